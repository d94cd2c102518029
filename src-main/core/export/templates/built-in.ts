/** Templates that come with the app: to be used as they are, or to begin from. */
import type { BuiltInTemplate, TemplateFormat } from '../../../common/contract/export-commands.ts';
import briefing from './built-in/briefing.liquid?raw';
import notes from './built-in/notes.liquid?raw';
import page from './built-in/page.liquid?raw';

interface BuiltIn {
  readonly name: BuiltInTemplate;
  readonly format: TemplateFormat;
  readonly body: string;
}

export const BUILT_IN: readonly BuiltIn[] = [
  { name: 'notes', format: 'markdown', body: notes },
  { name: 'briefing', format: 'markdown', body: briefing },
  { name: 'page', format: 'html', body: page },
];
