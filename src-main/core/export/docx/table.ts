/** Tables, as word processors take them: every row as long as the grid, and a paragraph in each cell. */
import type { Table, TableCell } from '../../../common/document/tree.ts';
import { paragraphXml } from './paragraphs.ts';
import { runXml } from './runs.ts';

/** With more columns than this Word refuses the whole document. */
const MOST_COLUMNS = 63;
/** Between the margins, in twentieths of a point. */
const WIDTH = 9070;

/** @param content runs of a cell */
export function tableXml(
  { children: rows, align }: Table,
  content: (cell: TableCell) => string,
  { rightToLeft }: { readonly rightToLeft: boolean },
): string {
  const columns = rows.reduce((most, { children }) => Math.max(most, children.length), 0);
  if (columns === 0) return '';
  if (columns > MOST_COLUMNS) return rows.map((row) => tabbedRow(row.children, content)).join('');
  const width = Math.floor(WIDTH / columns);
  const grid = `<w:gridCol w:w="${width}"/>`.repeat(columns);
  const body = rows.map(({ children }, at) => {
    const isHead = at === 0 && children.length > 0 && children.every(({ header }) => header);
    const cells = Array.from({ length: columns }, (_, column) => {
      const cell = children[column];
      const paragraph = paragraphXml(cell ? content(cell) : '', { align: align[column], rightToLeft });
      return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph}</w:tc>`;
    });
    return `<w:tr>${isHead ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.join('')}</w:tr>`;
  });
  const side = rightToLeft ? '<w:bidiVisual/>' : '';
  const look = `<w:tblPr><w:tblStyle w:val="TableGrid"/>${side}<w:tblW w:w="0" w:type="auto"/></w:tblPr>`;
  // The paragraph behind it keeps it apart from a table that follows.
  return `<w:tbl>${look}<w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl>${paragraphXml('')}`;
}

function tabbedRow(cells: readonly TableCell[], content: (cell: TableCell) => string): string {
  return paragraphXml(cells.map((cell) => content(cell)).join(runXml('\t')));
}
