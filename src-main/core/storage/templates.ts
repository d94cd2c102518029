/** Templates of the user's for exports. */
import type { Template, TemplateFormat, TemplateId } from '../../common/contract/export-commands.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { isoTime } from './columns.ts';
import type { Reader } from './connection.ts';

interface TemplateRow {
  id: TemplateId;
  name: string;
  format: TemplateFormat;
  body: string;
  updated_at: number;
}

const SELECT = 'SELECT id, name, format, body, updated_at FROM template WHERE deleted_at IS NULL';

const toTemplate = ({ updated_at, ...row }: TemplateRow): Template => ({
  ...row,
  updatedAt: isoTime(updated_at),
});

/** By name. */
export function listTemplates(reader: Reader): Template[] {
  return reader.all<TemplateRow>(`${SELECT} ORDER BY name_key`).map(toTemplate);
}

/** @throws DossierError not-found, also for one in the trash */
export function getTemplate(reader: Reader, id: string): Template {
  const row = reader.get<TemplateRow>(`${SELECT} AND id = ?`, id);
  if (!row) throw new DossierError('not-found', { what: 'template', id });
  return toTemplate(row);
}
