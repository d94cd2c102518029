/** Notes of a project: the notebook's own, those of highlights and of sources, and claims, as plain text. */
import type { Claim, Excerpt, Note } from '../../../common/contract/entities.ts';
import { shorten } from '../../../common/language/shorten.ts';
import { xmlAttribute, xmlText } from '../../../common/xml-text.ts';
import { STATUS_MARKS, sayDate, type ExportWords } from '../words.ts';
import { guidFor, guidOf } from './guids.ts';

const LONGEST_NAME = 80;

export interface ProjectNote {
  readonly guid: string;
  readonly name: string;
  readonly text: string;
  /** ISO time. */
  readonly at: string;
}

export function noteXml({ guid, name, text, at }: ProjectNote, user: string): string {
  const short = xmlAttribute(shortName(name));
  return `<Note guid="${guid}" name="${short}" creatingUser="${user}"${timeAttribute('creationDateTime', at)}><PlainTextContent>${xmlText(text)}</PlainTextContent></Note>\n`;
}

/** As much of it as a list shows. */
export function shortName(name: string): string {
  return shorten(name.replace(/\s+/g, ' ').trim(), LONGEST_NAME);
}

/** Nothing where it is no time. */
export function timeAttribute(name: string, at: string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? '' : ` ${name}="${time.toISOString().slice(0, 19)}Z"`;
}

export function noteOfExcerpt({ id, exact, note, updatedAt }: Excerpt): ProjectNote {
  return { guid: guidFor('note', id), name: exact, text: note, at: updatedAt };
}

/** A highlight that stands in another version: its words are not in this text. */
export function noteOfEarlier(excerpt: Excerpt, words: ExportWords): ProjectNote {
  const { id, exact, note, tags, updatedAt } = excerpt;
  const text = [words.quote(exact), note, tags.map((tag) => `#${tag}`).join(' ')];
  return {
    guid: guidFor('earlier', id),
    name: `${words.earlier}${words.colon} ${exact}`,
    text: text.filter((part) => part.trim() !== '').join('\n\n'),
    at: updatedAt,
  };
}

export function noteOfNotebook({ id, title, body, tags, updatedAt }: Note): ProjectNote {
  const line = tags.map((tag) => `#${tag}`).join(' ');
  return { guid: guidOf(id), name: title, text: line === '' ? body : `${line}\n\n${body}`, at: updatedAt };
}

/** With its verdicts and their reasons; what it rests on are links. */
export function noteOfClaim(claim: Claim, words: ExportWords): ProjectNote {
  const { id, statement, status, tags, note, history, createdAt } = claim;
  const verdicts = history.map(
    (verdict) =>
      `${sayDate(verdict.at, words.locale)} · ${STATUS_MARKS[verdict.status]} ${words.statuses[verdict.status]}${words.colon} ${verdict.reason}`,
  );
  const head = [`${STATUS_MARKS[status]} ${words.statuses[status]}`, ...tags.map((tag) => `#${tag}`)].join(
    ' · ',
  );
  const text = [statement, head, note, ...verdicts].filter((part) => part.trim() !== '').join('\n\n');
  return { guid: guidOf(id), name: statement, text, at: createdAt };
}
