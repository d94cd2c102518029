/** The looks of the document: what the page of the HTML export has, as far as a word processor goes. */
import { XML_HEAD } from '../../../common/xml-text.ts';
import { NAMESPACES } from './namespaces.ts';

const READ = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/>';
const UI = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>';

function paragraph(id: string, name: string, properties: string, runs: string, next = ''): string {
  const after = next === '' ? '' : `<w:next w:val="${next}"/>`;
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${after}<w:qFormat/><w:pPr>${properties}</w:pPr><w:rPr>${runs}</w:rPr></w:style>`;
}

function character(id: string, name: string, runs: string): string {
  return `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr>${runs}</w:rPr></w:style>`;
}

const size = (points: number): string => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const space = (before: number, after: number): string =>
  `<w:spacing w:before="${before * 20}" w:after="${after * 20}"/>`;
const SIZES = [20, 16, 14, 12.5, 11.5, 11];

const HEADINGS = SIZES.map((points, at) =>
  paragraph(
    `Heading${at + 1}`,
    `heading ${at + 1}`,
    `<w:keepNext/><w:keepLines/>${space(at === 0 ? 0 : 16, 6)}<w:outlineLvl w:val="${at}"/>`,
    `<w:b/><w:bCs/>${size(points)}`,
    'Normal',
  ),
);

const DEFAULTS = (language: string): string =>
  `<w:docDefaults><w:rPrDefault><w:rPr>${READ}${size(11)}<w:lang w:val="${language}"/></w:rPr></w:rPrDefault>` +
  '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>';

/** @param language of the words that the export itself says */
export function stylesXml(language: string): string {
  const styles = [
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    paragraph('Title', 'Title', space(0, 6), `<w:b/><w:bCs/>${size(26)}`, 'Normal'),
    ...HEADINGS,
    paragraph('Quote', 'Quote', '<w:ind w:left="480"/>', '<w:color w:val="48443D"/>'),
    paragraph(
      'CodeBlock',
      'Code Block',
      `<w:shd w:val="clear" w:color="auto" w:fill="F8F7F3"/>`,
      '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:noProof/>' + size(9.5),
    ),
    paragraph('Caption', 'caption', space(0, 8), `${UI}<w:color w:val="69645A"/>${size(9)}`),
    paragraph('Meta', 'Meta', space(0, 6), `${UI}<w:color w:val="69645A"/>${size(8.5)}`),
    paragraph('FootnoteText', 'footnote text', space(0, 2), size(9)),
    paragraph('CommentText', 'annotation text', space(0, 2), `${UI}${size(9)}`),
    character('Hyperlink', 'Hyperlink', '<w:color w:val="284E86"/><w:u w:val="single"/>'),
    character(
      'Code',
      'Code',
      '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:noProof/>',
    ),
    character('FootnoteReference', 'footnote reference', '<w:vertAlign w:val="superscript"/>'),
    character('CommentReference', 'annotation reference', size(8)),
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:tblPr><w:tblBorders>' +
      ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
        .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="CFCABF"/>`)
        .join('') +
      '</w:tblBorders></w:tblPr></w:style>',
  ];
  return `${XML_HEAD}<w:styles ${NAMESPACES}>${DEFAULTS(language)}${styles.join('')}</w:styles>`;
}
