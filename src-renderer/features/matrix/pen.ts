/** What the matrix is drawn with: on a canvas for the screen and for PNG, as elements for SVG. Lengths are CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** From one point to another. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

export interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
  /** Width of the stroke. */
  readonly line?: number;
  readonly radius?: number;
}

export interface Font {
  /** `read` is what people wrote, `ui` what the tool says. */
  readonly family: 'ui' | 'read';
  readonly size: number;
  readonly weight?: number;
}

export interface TextLook {
  readonly font: Font;
  readonly color: string;
  readonly align?: 'start' | 'middle' | 'end';
  /** Written upwards. */
  readonly isTurned?: boolean;
  /** What is longer is cut, with an ellipsis. */
  readonly room: number;
}

/** Things of one look come together: one path each, however many there are. */
export interface Pen {
  rects(boxes: readonly Box[], paint: Paint): void;
  lines(segments: readonly Segment[], stroke: string, width: number): void;
  /** @param y the middle of the line; of turned text, where it begins */
  text(words: string, x: number, y: number, look: TextLook): void;
  /** Nothing of what is drawn within is seen outside of the box. */
  within(box: Box, draw: () => void): void;
}

/** Colours and families as the style sheet has them. */
export interface Theme {
  readonly paper: string;
  readonly panel: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly line2: string;
  readonly control: string;
  readonly accent: string;
  readonly soft: string;
  readonly ok: string;
  readonly no: string;
  readonly wait: string;
  readonly ui: string;
  readonly read: string;
}

const VARIABLES: Readonly<Record<keyof Theme, string>> = {
  ...{ paper: '--paper', panel: '--paper-2', ink: '--ink', ink2: '--ink-2', ink3: '--ink-3' },
  ...{ line: '--line', line2: '--line-2', control: '--line-ctl', accent: '--accent', soft: '--accent-soft' },
  ...{ ok: '--ok', no: '--no', wait: '--wait', ui: '--font-ui', read: '--font-read' },
};

/** As it is where `element` stands; a canvas cannot read the style sheet. */
export function readTheme(element: Element): Theme {
  const style = getComputedStyle(element);
  const entries = Object.entries(VARIABLES).map(([name, variable]) => [
    name,
    style.getPropertyValue(variable).trim(),
  ]);
  return Object.fromEntries(entries) as unknown as Theme;
}

/** What is printed or put into a text is on light paper, whatever the window is. */
export function readLightTheme(): Theme {
  const probe = document.createElement('div');
  probe.dataset.theme = 'light';
  document.body.append(probe);
  const theme = readTheme(probe);
  probe.remove();
  return theme;
}

export function fontOf({ family, size, weight = 400 }: Font, theme: Theme): string {
  return `${weight} ${size}px ${theme[family]}`;
}
