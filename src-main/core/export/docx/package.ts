/** The parts of the package that say what the others are. */
import { IMAGE_EXTENSIONS } from '../../../common/document/image-facts.ts';
import { XML_HEAD } from '../../../common/xml-text.ts';
import { NAMESPACES } from './namespaces.ts';
import { paragraphXml } from './paragraphs.ts';
import { rawRun } from './runs.ts';

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const PARTS: Readonly<Record<string, string>> = {
  '/word/document.xml': `${MAIN}.document.main+xml`,
  '/word/styles.xml': `${MAIN}.styles+xml`,
  '/word/numbering.xml': `${MAIN}.numbering+xml`,
  '/word/settings.xml': `${MAIN}.settings+xml`,
  '/word/comments.xml': `${MAIN}.comments+xml`,
  '/word/footnotes.xml': `${MAIN}.footnotes+xml`,
  '/word/footer.xml': `${MAIN}.footer+xml`,
  '/docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
};

export function contentTypes(): string {
  const pictures = Object.entries(IMAGE_EXTENSIONS).map(
    ([type, extension]) => `<Default Extension="${extension}" ContentType="${type}"/>`,
  );
  const parts = Object.entries(PARTS).map(
    ([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`,
  );
  return `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${pictures.join('')}${parts.join('')}</Types>`;
}

export const PACKAGE_RELATIONS = [
  '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>',
  '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
];

/** @param title escaped; @param at ISO time */
export function coreXml(title: string, at: string): string {
  const time = `${at.slice(0, 19)}Z`;
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created></cp:coreProperties>`;
}

/** Names the footnotes that are lines, not notes. */
export function settingsXml(): string {
  return `${XML_HEAD}<w:settings ${NAMESPACES}><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;
}

/** The number of the page. */
export function footerXml(): string {
  const field = ['begin', 'end'].map((kind) => rawRun(`<w:fldChar w:fldCharType="${kind}"/>`));
  const page = `${field[0]}${rawRun('<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${field[1]}`;
  return `${XML_HEAD}<w:ftr ${NAMESPACES}>${paragraphXml(page, { style: 'Meta', align: 'center' })}</w:ftr>`;
}
