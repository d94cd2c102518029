/** `project.qde`: the whole project but its texts, in the order that the standard's schema asks for. */
import type { Excerpt } from '../../../common/contract/entities.ts';
import { writeQdaCode } from '../../../common/qda-codes.ts';
import { xmlAttribute, xmlText } from '../../../common/xml-text.ts';
import { createCiter, type Citation, type Citer } from '../citation.ts';
import type { ExportData, ExportSource } from '../model.ts';
import { sayDate, type ExportWords } from '../words.ts';
import { listCodes, type Codes } from './codes.ts';
import { guidFor, guidOf } from './guids.ts';
import {
  noteOfClaim,
  noteOfEarlier,
  noteOfExcerpt,
  noteOfNotebook,
  noteXml,
  shortName,
  timeAttribute,
  type ProjectNote,
} from './notes.ts';
import { codePointPlaces } from './places.ts';

const NAMESPACE = 'urn:QDA-XML:project:1.0';
const PROGRAM = 'Dossier';

interface Scene {
  readonly data: ExportData;
  readonly words: ExportWords;
  readonly codes: Codes;
  readonly cite: Citer;
  /** Who made everything. */
  readonly user: string;
}

/** Where the text of a source lies in the package. */
export const textPath = (id: string): string => `${guidOf(id)}.txt`;

export function* projectXml(data: ExportData, words: ExportWords): Generator<string> {
  const author = data.author ?? PROGRAM;
  const user = guidFor('user', author);
  const scene: Scene = { data, words, codes: listCodes(data, words), cite: createCiter(data, words), user };
  const times = timeAttribute('creationDateTime', data.at) + timeAttribute('modifiedDateTime', data.at);
  yield `<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="${NAMESPACE}" name="${xmlAttribute(data.notebook)}" origin="${PROGRAM}" creatingUserGUID="${user}" modifyingUserGUID="${user}"${times}>\n`;
  yield `<Users><User guid="${user}" name="${xmlAttribute(author)}"/></Users>\n`;
  yield* wrap('CodeBook', wrap('Codes', codesXml(scene)));
  yield* wrap('Sources', sourcesXml(scene));
  yield* wrap('Notes', notesXml(scene));
  yield* wrap('Links', linksXml(scene));
  yield '</Project>\n';
}

/** Nothing where it would be empty: the schema takes no empty lists. */
function* wrap(name: string, content: Iterable<string>): Generator<string> {
  let isOpen = false;
  for (const piece of content) {
    if (!isOpen) yield `<${name}>\n`;
    isOpen = true;
    yield piece;
  }
  if (isOpen) yield `</${name}>\n`;
}

function* codesXml({ codes }: Scene): Generator<string> {
  for (const code of codes.all) yield `${writeQdaCode(code, '  ')}\n`;
}

function* sourcesXml(scene: Scene): Generator<string> {
  for (const entry of scene.data.sources) yield sourceXml(entry, scene);
}

function sourceXml(entry: ExportSource, scene: Scene): string {
  const { source } = entry;
  const guid = guidOf(source.id);
  const place = codePointPlaces(entry.text);
  const here = entry.excerpts.filter((excerpt) => isPlaced(excerpt, entry));
  const earlier = entry.excerpts.filter((excerpt) => !isPlaced(excerpt, entry));
  return [
    `<TextSource guid="${guid}" name="${xmlAttribute(source.title)}" plainTextPath="internal://${textPath(source.id)}" creatingUser="${scene.user}"${timeAttribute('creationDateTime', source.addedAt)}>\n`,
    `<Description>${xmlText(describe(entry, scene.words))}</Description>\n`,
    ...here.map((excerpt) => selectionXml(excerpt, scene.cite.excerpt(excerpt, entry), place, scene)),
    ...codingsXml(source.id, source.tags, source.addedAt, scene),
    ...earlier.map(({ id }) => `<NoteRef targetGUID="${guidFor('earlier', id)}"/>\n`),
    '</TextSource>\n',
  ].join('');
}

/** Whether its place is one of this text. */
export function isPlaced({ versionId, start, end }: Excerpt, { version, text }: ExportSource): boolean {
  return versionId === version.id && start < end && end <= text.length;
}

/** What a reader has to know of it, a line each. */
function describe({ source, version }: ExportSource, words: ExportWords): string {
  const lines = [
    source.byline,
    source.site,
    source.publishedAt === null ? null : sayDate(source.publishedAt, words.locale),
    source.url,
    words.captured(sayDate(version.capturedAt, words.locale)),
    `SHA-256 ${version.sha256}`,
  ];
  return lines.filter((line) => line !== null).join('\n');
}

/** By whom, where and when it was said, and the way to it. */
function citedXml({ citation, link }: Citation): string {
  return `<Description>${xmlText([citation, link].filter((line) => line !== null).join('\n'))}</Description>\n`;
}

function selectionXml(
  excerpt: Excerpt,
  cited: Citation,
  place: (offset: number) => number,
  scene: Scene,
): string {
  const { id, color, tags, note, createdAt, updatedAt } = excerpt;
  const { codes, user } = scene;
  const name = xmlAttribute(shortName(excerpt.exact));
  const colored = codingXml(guidFor('coding', id, color), codes.ofColor(color), createdAt, user);
  const range = `startPosition="${place(excerpt.start)}" endPosition="${place(excerpt.end)}"`;
  const times = timeAttribute('creationDateTime', createdAt) + timeAttribute('modifiedDateTime', updatedAt);
  return [
    `<PlainTextSelection guid="${guidOf(id)}" name="${name}" ${range} creatingUser="${user}" modifyingUser="${user}"${times}>\n`,
    citedXml(cited),
    colored,
    ...codingsXml(id, tags, createdAt, scene),
    note.trim() === '' ? '' : `<NoteRef targetGUID="${guidFor('note', id)}"/>\n`,
    '</PlainTextSelection>\n',
  ].join('');
}

function codingsXml(of: string, tags: readonly string[], at: string, { codes, user }: Scene): string[] {
  return tags.flatMap((tag) => {
    const code = codes.ofTag(tag);
    return code === undefined ? [] : [codingXml(guidFor('coding', of, code), code, at, user)];
  });
}

function codingXml(guid: string, code: string, at: string, user: string): string {
  return `<Coding guid="${guid}" creatingUser="${user}"${timeAttribute('creationDateTime', at)}><CodeRef targetGUID="${code}"/></Coding>\n`;
}

function* notesXml({ data, words, user }: Scene): Generator<string> {
  for (const note of listNotes(data, words)) yield noteXml(note, user);
}

function* listNotes(data: ExportData, words: ExportWords): Generator<ProjectNote> {
  for (const entry of data.sources)
    for (const excerpt of entry.excerpts) {
      if (!isPlaced(excerpt, entry)) yield noteOfEarlier(excerpt, words);
      else if (excerpt.note.trim() !== '') yield noteOfExcerpt(excerpt);
    }
  for (const claim of data.claims) yield noteOfClaim(claim, words);
  for (const note of data.notes) yield noteOfNotebook(note);
}

/** From each claim to the passages that it rests on, as far as they are in the project. */
function* linksXml({ data, words }: Scene): Generator<string> {
  const selections = new Set<string>(
    data.sources.flatMap((entry) =>
      entry.excerpts.filter((excerpt) => isPlaced(excerpt, entry)).map(({ id }) => id),
    ),
  );
  for (const claim of data.claims)
    for (const { excerptId, stance } of claim.evidence) {
      if (!selections.has(excerptId)) continue;
      const guid = guidFor('link', claim.id, excerptId);
      yield `<Link guid="${guid}" name="${xmlAttribute(words.stances[stance])}" direction="OneWay" originGUID="${guidOf(excerptId)}" targetGUID="${guidOf(claim.id)}"/>\n`;
    }
}
