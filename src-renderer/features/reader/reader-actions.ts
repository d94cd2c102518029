import ALargeSmall from '@lucide/svelte/icons/a-large-small';
import ChevronDown from '@lucide/svelte/icons/chevron-down';
import ChevronUp from '@lucide/svelte/icons/chevron-up';
import FileText from '@lucide/svelte/icons/file-text';
import Globe from '@lucide/svelte/icons/globe';
import Highlighter from '@lucide/svelte/icons/highlighter';
import Info from '@lucide/svelte/icons/info';
import Layers from '@lucide/svelte/icons/layers';
import Link from '@lucide/svelte/icons/link';
import MessageSquareText from '@lucide/svelte/icons/message-square-text';
import MoveHorizontal from '@lucide/svelte/icons/move-horizontal';
import PanelRight from '@lucide/svelte/icons/panel-right';
import Printer from '@lucide/svelte/icons/printer';
import Quote from '@lucide/svelte/icons/quote';
import Scale from '@lucide/svelte/icons/scale';
import TagIcon from '@lucide/svelte/icons/tag';
import TextCursor from '@lucide/svelte/icons/text-cursor';
import TextSearch from '@lucide/svelte/icons/text-search';
import ScanText from '@lucide/svelte/icons/scan-text';
import { COLORS, type SourceDetail } from '../../../src-main/common/contract/entities.ts';
import type { Action } from '../../state/actions.svelte.ts';
import { isPage } from './extent.ts';
import type { Reading } from './reading.svelte.ts';
import { resizeText } from '../../state/text-look.ts';

export interface ReaderParts {
  readonly showDetails: () => void;
  readonly print: () => void;
}

/** The reader's commands, as the palette, the keys and the bar run them. */
export function listActions(reading: Reading, source: SourceDetail, parts: ReaderParts): readonly Action[] {
  return [
    ...markingActions(reading),
    ...resizingActions(reading),
    ...movingActions(reading),
    ...viewActions(reading, parts),
    ...sizeActions(reading),
    ...(isPage(source) ? extentActions(reading) : []),
  ];
}

function markingActions(reading: Reading): readonly Action[] {
  const { app } = reading;
  const t = (): typeof app.t.reader => app.t.reader;
  const common = { group: 'reader', enabled: () => reading.canMark } as const;
  const claim = { ...common, title: () => t().makeClaim, icon: Scale, run: () => void reading.claim() };
  return [
    ...COLORS.map((color, at) => ({
      ...common,
      id: `reader.highlight.${color}`,
      title: () => t().highlightAs(app.colors.nameOf(color)),
      icon: Highlighter,
      shortcut: `${at + 1}`,
      run: () => void reading.mark(color),
    })),
    {
      ...common,
      id: 'reader.note',
      title: () => t().note,
      icon: MessageSquareText,
      shortcut: 'N',
      run: () => void reading.annotate('note'),
    },
    {
      ...common,
      id: 'reader.tag',
      title: () => t().tag,
      icon: TagIcon,
      shortcut: 'E',
      run: () => void reading.annotate('tags'),
    },
    { ...claim, id: 'reader.claim', shortcut: t().claimKey },
    { ...claim, id: 'reader.claim.other', shortcut: t().claimOtherKey, hidden: true },
    {
      ...common,
      id: 'reader.copy',
      title: () => t().copy,
      icon: Quote,
      shortcut: 'Mod+Shift+C',
      enabled: () => reading.copied !== null,
      run: () => void reading.copy(),
    },
    {
      ...common,
      id: 'reader.copyLink',
      title: () => t().copyMenu.link,
      icon: Link,
      shortcut: 'Mod+Shift+L',
      enabled: () => reading.copied !== null,
      run: () => void reading.copy('address'),
    },
    {
      ...common,
      id: 'reader.copyOriginal',
      title: () => t().copyMenu.original,
      icon: Globe,
      enabled: () => reading.copied !== null && reading.hasOriginal,
      run: () => void reading.copy('original'),
    },
  ];
}

/** With Shift the end of the opened highlight is moved, with Alt too its start. */
function resizingActions(reading: Reading): readonly Action[] {
  const t = (): typeof reading.app.t.reader.ends => reading.app.t.reader.ends;
  const enabled = (): boolean => reading.canResize;
  const onwards = reading.surface.forwardArrow;
  const back = onwards === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
  const common = { group: 'reader', icon: MoveHorizontal, enabled, notInText: true } as const;
  const action = (
    name: 'growEnd' | 'shrinkEnd' | 'growStart' | 'shrinkStart',
    shortcut: string,
    run: () => void,
  ): Action => ({
    ...common,
    id: `reader.${name}`,
    title: () => t()[name],
    shortcut,
    run,
  });
  return [
    action('growEnd', `Shift+${onwards}`, () => reading.moveEnd('end', 'forward')),
    action('shrinkEnd', `Shift+${back}`, () => reading.moveEnd('end', 'backward')),
    action('growStart', `Alt+Shift+${back}`, () => reading.moveEnd('start', 'backward')),
    action('shrinkStart', `Alt+Shift+${onwards}`, () => reading.moveEnd('start', 'forward')),
  ];
}

function extentActions(reading: Reading): readonly Action[] {
  const t = (): typeof reading.app.t.reader.extent => reading.app.t.reader.extent;
  const common = { group: 'reader', icon: ScanText } as const;
  return [
    {
      ...common,
      id: 'reader.article',
      title: () => t().takeArticle,
      run: () => void reading.take('article'),
    },
    { ...common, id: 'reader.whole', title: () => t().takeWhole, run: () => void reading.take('whole') },
    {
      ...common,
      id: 'reader.region',
      title: () => t().region,
      run: () => {
        reading.isChoosingRegion = true;
      },
    },
  ];
}

function movingActions(reading: Reading): readonly Action[] {
  const { app } = reading;
  const t = (): typeof app.t.reader => app.t.reader;
  const hasExcerpts = (): boolean => reading.excerpts.all.length > 0;
  return [
    {
      id: 'reader.find',
      group: 'reader',
      title: () => t().find,
      icon: TextSearch,
      shortcut: 'Mod+F',
      run: () => reading.openFind(),
    },
    {
      id: 'reader.caret',
      group: 'reader',
      title: () => t().caret,
      icon: TextCursor,
      shortcut: 'F7',
      run: () => reading.toggleCaret(),
    },
    {
      id: 'reader.next',
      group: 'reader',
      title: () => t().nextExcerpt,
      icon: ChevronDown,
      shortcut: 'J',
      enabled: hasExcerpts,
      run: () => void reading.step(1),
    },
    {
      id: 'reader.previous',
      group: 'reader',
      title: () => t().previousExcerpt,
      icon: ChevronUp,
      shortcut: 'K',
      enabled: hasExcerpts,
      run: () => void reading.step(-1),
    },
    {
      id: 'reader.here',
      group: 'reader',
      title: () => t().nextHere(reading.here.length),
      icon: Layers,
      shortcut: 'O',
      enabled: () => reading.here.length > 1,
      run: () => reading.openNextHere(),
    },
  ];
}

function viewActions(reading: Reading, { showDetails, print }: ReaderParts): readonly Action[] {
  const { app, pages } = reading;
  const t = (): typeof app.t.reader => app.t.reader;
  const { preferences } = app;
  return [
    {
      id: 'reader.margin',
      group: 'view',
      title: () => t().toggleMargin,
      icon: PanelRight,
      shortcut: 'Mod+Shift+M',
      run: () => {
        preferences.marginShown = !preferences.marginShown;
      },
    },
    {
      id: 'reader.pages',
      group: 'view',
      title: () => t().pages.toggle,
      icon: FileText,
      shortcut: 'P',
      enabled: () => pages !== null,
      run: () => reading.togglePages(),
    },
    {
      id: 'reader.print',
      group: 'reader',
      title: () => t().print,
      icon: Printer,
      shortcut: 'Mod+P',
      run: print,
    },
    { id: 'reader.details', group: 'reader', title: () => t().details, icon: Info, run: showDetails },
  ];
}

function sizeActions({ app }: Reading): readonly Action[] {
  const { preferences } = app;
  const t = (): typeof app.t.reader => app.t.reader;
  return [
    {
      id: 'reader.larger',
      group: 'view',
      title: () => t().larger,
      icon: ALargeSmall,
      shortcut: 'Mod++',
      run: () => resizeText(preferences, 1),
    },
    {
      // The same key without Shift, as browsers take it.
      id: 'reader.larger.other',
      group: 'view',
      title: () => t().larger,
      hidden: true,
      shortcut: 'Mod+=',
      run: () => resizeText(preferences, 1),
    },
    {
      id: 'reader.smaller',
      group: 'view',
      title: () => t().smaller,
      icon: ALargeSmall,
      shortcut: 'Mod+-',
      run: () => resizeText(preferences, -1),
    },
    {
      id: 'reader.usual-size',
      group: 'view',
      title: () => t().usualSize,
      icon: ALargeSmall,
      shortcut: 'Mod+0',
      run: () => {
        preferences.textSize = null;
      },
    },
  ];
}
