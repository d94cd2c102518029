/** Words of the command line about templates of exports, in French. */
import type {
  TEMPLATE_OPTIONS as ENGLISH_OPTIONS,
  TEMPLATE_VERBS as ENGLISH_VERBS,
  TemplateCliWords,
} from './templates-en.ts';

export const TEMPLATE_VERBS: Record<keyof typeof ENGLISH_VERBS, string> = {
  'template list':
    'Lister les modèles d’exportation\u00A0: ceux du carnet et ceux fournis avec l’application',
  'template show': 'Afficher un modèle, par exemple dans un fichier pour en partir',
  'template add': 'Garder un modèle sous un nom, depuis un fichier ou l’entrée standard (-)',
  'template edit':
    'Donner à un modèle un autre nom, ou un autre texte depuis un fichier ou l’entrée standard (-)',
  'template remove': 'Mettre un modèle à la corbeille\u202F; «\u00A0undo\u00A0» le fait revenir',
};

export const TEMPLATE_OPTIONS: Record<keyof typeof ENGLISH_OPTIONS, string> = {
  template:
    'écrire le Markdown ou le HTML d’après ce modèle (Liquid) : un fichier, ou le nom d’un modèle ; notes, briefing et page sont fournis',
  'template add format':
    'ce qu’il écrit (par défaut\u00A0: selon le nom du fichier, .html ou .html.liquid\u202F; sinon Markdown)',
  name: 'son nouveau nom',
  file: 'le fichier qui contient son nouveau texte',
};

export const TEMPLATE_WORDS: TemplateCliWords = {
  builtIn: 'fourni avec l’application',
  changed: 'Modifié',
  format: 'Écrit',
  faulty: (fault) => `Gardé, mais il ne fait encore aucune exportation. ${fault}`,
};
