/** Templates of the user's: kept as they are written, with a fault too. */
import type { TemplateId } from '../../../common/contract/export-commands.ts';
import { mutation, query, type Handlers } from '../../handler.ts';
import type { Edit } from '../../storage/edit.ts';
import { cleanName, nameKey, refuseTaken } from '../../storage/names.ts';
import { getTemplate, listTemplates } from '../../storage/templates.ts';
import { limitText } from '../../storage/user-text.ts';
import { BUILT_IN } from './built-in.ts';
import { EXPORT_LIMITS } from './limits.ts';

export const templateHandlers = {
  'template.list': query(({ notebook }) => ({
    templates: listTemplates(notebook.reader),
    builtIn: [...BUILT_IN],
  })),

  'template.add': mutation((edit, { name, format, body }) => {
    const id = edit.ids.next() as TemplateId;
    edit.insert('template', {
      id,
      ...nameColumns(edit, name),
      format,
      body: checkBody(body),
      created_at: edit.now,
      updated_at: edit.now,
      deleted_at: null,
    });
    return answer(edit, id);
  }),

  'template.edit': mutation((edit, { id, name, body }) => {
    getTemplate(edit.reader, id);
    edit.update('template', id, {
      ...(name === undefined ? {} : nameColumns(edit, name, id)),
      ...(body === undefined ? {} : { body: checkBody(body) }),
    });
    if (edit.patches.length > 0) edit.update('template', id, { updated_at: edit.now });
    return answer(edit, id);
  }),

  'template.remove': mutation((edit, { id }) => {
    edit.subject = getTemplate(edit.reader, id).name;
    edit.update('template', id, { deleted_at: edit.now });
    return { id };
  }),
} satisfies Handlers;

const checkBody = (body: string): string => limitText('template', body, EXPORT_LIMITS.parsed);

function nameColumns(edit: Edit, name: string, id?: string) {
  const clean = cleanName('template', name);
  refuseTaken(edit.reader, 'template', clean, id);
  return { name: clean, name_key: nameKey(clean) };
}

function answer(edit: Edit, id: string) {
  const template = getTemplate(edit.reader, id);
  edit.subject = template.name;
  return { template };
}
