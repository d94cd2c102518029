/** Words of the command line about templates of exports, in English. */
export const TEMPLATE_VERBS = {
  'template list': 'List the templates of exports: those of the notebook, and those that come with the app',
  'template show': 'Print a template, for example into a file to begin from',
  'template add': 'Keep a template, from a file or standard input (-), under a name',
  'template edit': 'Give a template another name, or other words from a file or standard input (-)',
  'template remove': 'Put a template into the trash; “undo” brings it back',
};

export const TEMPLATE_OPTIONS = {
  template:
    'write Markdown or HTML by this template (Liquid): a file, or the name of one; notes, briefing and page come with the app',
  'template add format':
    'what it writes (default: as the file’s name says, .html or .html.liquid; else Markdown)',
  name: 'its new name',
  file: 'the file with its new words',
};

export interface TemplateCliWords {
  readonly builtIn: string;
  readonly changed: string;
  readonly format: string;
  /** It is kept all the same. */
  readonly faulty: (fault: string) => string;
}

export const TEMPLATE_WORDS: TemplateCliWords = {
  builtIn: 'comes with the app',
  changed: 'Changed',
  format: 'Writes',
  faulty: (fault) => `Kept, but it makes no export yet. ${fault}`,
};
