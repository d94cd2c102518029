/** `template`: how the user wants exports written, in Liquid. */
import type { Template, TemplateFormat } from '../../../common/contract/export-commands.ts';
import { TEMPLATE_FORMATS } from '../../../common/contract/export-commands.ts';
import { DossierError } from '../../../common/contract/errors.ts';
import { describeError } from '../../../common/messages/errors.ts';
import { toErrorValue } from '../../../common/messages/error-value.ts';
import { findFiles, readBytes } from '../files.ts';
import { table } from '../terminal-text.ts';
import { operand, type Ask, type Call, type Outcome } from '../verb.ts';

/** No template is longer by far; the engine has its own bound. */
const LARGEST = 4 * 1024 * 1024;

const keyOf = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Of the notebook alone: those that come with the app stay as they are. @throws DossierError not-found */
async function findOwn(ask: Ask, named: string): Promise<Template> {
  const { templates } = await ask('template.list', {});
  const found = templates.find(({ id, name }) => id === named || keyOf(name) === keyOf(named));
  if (!found) throw new DossierError('not-found', { what: 'template', name: named });
  return found;
}

export async function listTemplates({ ask, words }: Call): Promise<Outcome> {
  const { templates, builtIn } = await ask('template.list', {});
  const { columns, template } = words;
  return {
    json: {
      templates: templates.map(({ body: _body, ...head }) => head),
      builtIn: builtIn.map(({ name, format }) => ({ name, format })),
    },
    text: () =>
      table(
        [{ title: columns.id }, { title: columns.title, limit: 60 }, { title: template.format }],
        [
          ...templates.map(({ id, name, format }) => [id, name, format]),
          ...builtIn.map(({ name, format }) => [`(${template.builtIn})`, name, format]),
        ],
      ),
  };
}

export async function showTemplate(call: Call): Promise<Outcome> {
  const named = operand(call, 0);
  const { builtIn } = await call.ask('template.list', {});
  const given = builtIn.find(({ name }) => name === named);
  const template = await findOwn(call.ask, named).catch((error: unknown) => {
    if (given) return given;
    throw error;
  });
  return { json: { template }, text: () => template.body.replace(/\n$/, '') };
}

export async function addTemplate(call: Call): Promise<Outcome> {
  const file = operand(call, 1);
  const format = call.options.choice('format', TEMPLATE_FORMATS) ?? formatOf(file);
  const input = { name: operand(call, 0), format, body: await readBody(call, file) };
  const { template } = await call.ask('template.add', input);
  return kept(call, template);
}

export async function editTemplate(call: Call): Promise<Outcome> {
  const { id } = await findOwn(call.ask, operand(call, 0));
  const file = call.options.get('file');
  const body = file === undefined ? undefined : await readBody(call, file);
  const { template } = await call.ask('template.edit', { id, name: call.options.get('name'), body });
  return kept(call, template);
}

export async function removeTemplate(call: Call): Promise<Outcome> {
  const { id } = await findOwn(call.ask, operand(call, 0));
  await call.ask('template.remove', { id });
  return { json: { removed: id }, text: () => `${call.words.removed}${call.words.colon} ${id}` };
}

const formatOf = (file: string): TemplateFormat =>
  /\.html?(?:\.liquid)?$/i.test(file) ? 'html' : 'markdown';

/** @throws DossierError not-found, unreadable, too-large */
async function readBody({ io }: Call, named: string): Promise<string> {
  const [found] = (await findFiles([named], io)).found;
  if (!found || found.kind === 'address') throw new DossierError('not-found', { what: 'file', path: named });
  if (found.problem) throw found.problem;
  const bytes = await readBytes(found, io);
  if (bytes.length > LARGEST)
    throw new DossierError('too-large', { path: named, size: bytes.length, limit: LARGEST });
  return new TextDecoder().decode(bytes);
}

/** One with a fault is kept, since it may be work in progress; what is wrong with it is said. */
async function kept(call: Call, template: Template): Promise<Outcome> {
  const { id, name, format, body, updatedAt } = template;
  const warnings = await faultsOf(call, template);
  for (const { message } of warnings) await call.say(`${call.words.warning}${call.words.colon} ${message}`);
  return {
    json: { template: { id, name, format, body, updatedAt }, warnings },
    text: () => `${id}  ${name}`,
  };
}

async function faultsOf({ ask, words, locale }: Call, { format, body }: Template) {
  try {
    await ask('export.preview', { format, template: body, locale });
    return [];
  } catch (error) {
    const { code, details } = toErrorValue(error);
    if (code !== 'invalid' && code !== 'too-large') throw error;
    return [
      { code: 'template-faulty', message: words.template.faulty(describeError({ code, details }, locale)) },
    ];
  }
}
