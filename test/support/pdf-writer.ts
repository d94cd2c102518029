/** Writes small PDFs: text at places of a page, in the standard fonts, whose widths pdf.js knows without a file. */

export interface PdfText {
  readonly text: string;
  /** Points from the left and from the top of the page. */
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Japanese is not in the file, and named by UTF-16: its letters are known by a character map alone. */
  readonly font?: 'Times-Roman' | 'Times-Bold' | 'Helvetica' | 'Courier' | 'Japanese';
  /** Degrees, counter-clockwise. */
  readonly turn?: number;
}

export interface PdfPage {
  readonly texts: readonly PdfText[];
  /** More of its dictionary, as it is written. */
  readonly entries?: string;
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: number;
  /** A picture of 16 by 16 as JPEG 2000 in hexadecimal, over the whole page: its texts are left out. */
  readonly scan?: string;
}

export interface PdfOptions {
  /** More of the catalog, as it is written. */
  readonly catalog?: string;
  readonly info?: Readonly<Record<string, string>>;
  /** An entry of the trailer that asks for a password nobody has. */
  readonly isEncrypted?: boolean;
  /** Of the number tree of page labels: `0 << /S /r >> 4 << /S /D >>`. */
  readonly labels?: string;
}

const FONTS = ['Times-Roman', 'Times-Bold', 'Helvetica', 'Courier', 'Japanese'] as const;

/** WinAnsi for what Latin-1 does not have. */
const WIN_ANSI: Readonly<Record<string, number>> = {
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '…': 0x85,
};

function japanese(text: string): string {
  const codes = Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  );
  return `<${codes.join('')}>`;
}

const JAPANESE = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /UniJIS-UTF16-H /DescendantFonts [',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light',
  '/CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 6 >>',
  '/FontDescriptor << /Type /FontDescriptor /FontName /Ryumin-Light /Flags 4 /FontBBox [0 -200 1000 900]',
  '/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >> ] >>',
].join(' ');

function fontOf(name: (typeof FONTS)[number]): string {
  if (name === 'Japanese') return JAPANESE;
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
}

function literal(text: string): string {
  const codes = Array.from(text, (char) => WIN_ANSI[char] ?? char.charCodeAt(0));
  return `<${codes.map((code) => code.toString(16).padStart(2, '0')).join('')}>`;
}

function show({ text, x, y, size = 10, font = 'Times-Roman', turn = 0 }: PdfText, height: number): string {
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle).toFixed(4), Math.sin(angle).toFixed(4)];
  const matrix = `${cos} ${sin} ${(-sin).toFixed(4)} ${cos} ${x} ${height - y}`;
  return `BT /F${FONTS.indexOf(font)} ${size} Tf ${matrix} Tm ${font === 'Japanese' ? japanese(text) : literal(text)} Tj ET`;
}

const ENCRYPT = `<< /Filter /Standard /V 1 /R 2 /O <${'28'.repeat(32)}> /U <${'4e'.repeat(32)}> /P -44 >>`;

/** The objects of a file, numbered from 1. */
function objectsOf(
  pages: readonly PdfPage[],
  { info = {}, isEncrypted, labels, catalog = '' }: PdfOptions,
): string[] {
  const first = 3 + FONTS.length + 2;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ');
  const fonts = FONTS.map((_, index) => `/F${index} ${3 + index} 0 R`).join(' ');
  const entries = Object.entries(info).map(([name, value]) => `/${name} ${literal(value)}`);
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} ${labels === undefined ? '' : `/PageLabels << /Nums [${labels}] >>`} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /Resources << /Font << ${fonts} >> >> >>`,
    ...FONTS.map(fontOf),
    `<< ${entries.join(' ')} >>`,
    isEncrypted ? ENCRYPT : 'null',
  ];
  const scans: string[] = [];
  for (const [
    index,
    { texts, width = 595, height = 842, rotate = 0, scan, entries: more = '' },
  ] of pages.entries()) {
    const words = texts.map((text) => show(text, height)).join('\n');
    const content = scan === undefined ? words : `q ${width} 0 0 ${height} 0 0 cm /Im Do Q`;
    const picture = `/Resources << /XObject << /Im ${first + pages.length * 2 + scans.length} 0 R >> >>`;
    const box = `/MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} ${scan === undefined ? more : picture}`;
    if (scan !== undefined) scans.push(scan);
    objects.push(`<< /Type /Page /Parent 2 0 R ${box} /Contents ${first + index * 2 + 1} 0 R >>`);
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  const image = '/Type /XObject /Subtype /Image /Width 16 /Height 16 /Filter [/ASCIIHexDecode /JPXDecode]';
  for (const scan of scans)
    objects.push(`<< ${image} /Length ${scan.length + 1} >>\nstream\n${scan}>\nendstream`);
  return objects;
}

/** The bytes of a PDF of these pages. */
export function writePdf(pages: readonly PdfPage[], options: PdfOptions = {}): Uint8Array {
  const parts = ['%PDF-1.4\n'];
  let length = parts[0]?.length ?? 0;
  const offsets: number[] = [];
  const objects = objectsOf(pages, options);
  for (const [index, object] of objects.entries()) {
    const part = `${index + 1} 0 obj\n${object}\nendobj\n`;
    offsets.push(length);
    parts.push(part);
    length += part.length;
  }
  const info = 3 + FONTS.length;
  const encrypt = options.isEncrypted ? `/Encrypt ${info + 1} 0 R /ID [<00> <00>]` : '';
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`,
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${info} 0 R ${encrypt} >>\nstartxref\n${length}\n%%EOF\n`,
  );
  return new TextEncoder().encode(parts.join(''));
}

export interface Column {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** From baseline to baseline, in points. */
  readonly leading?: number;
  readonly font?: PdfText['font'];
}

/** Lines below each other; one that begins with a tab is indented, an empty one leaves a gap. */
export function setLines(
  lines: readonly string[],
  { x, y, size = 10, leading = 12, font }: Column,
): PdfText[] {
  return lines.flatMap((line, at) => {
    const indent = line.startsWith('\t') ? 15 : 0;
    if (line === '') return [];
    return [{ text: line.trimStart(), x: x + indent, y: y + at * leading, size, ...(font ? { font } : {}) }];
  });
}
