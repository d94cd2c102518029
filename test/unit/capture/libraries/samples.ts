/** Small libraries as their programs write them, in both languages. */
import { zipSync, strToU8 } from 'fflate';
import type { LibraryFormat } from '../../../../src-main/common/contract/libraries.ts';

export const PAGE = 'https://example.org/the-forty-days';
export const QUOTE = 'The strike lasted for forty days.';
export const CITATION = 'Les loyers ont doublé en dix ans.';

export const HYPOTHESIS = JSON.stringify({
  total: 4,
  rows: [
    {
      id: 'a1',
      created: '2025-08-13T09:00:00.000000+00:00',
      user: 'acct:ana@hypothes.is',
      uri: PAGE,
      text: 'Check *who* counted.',
      tags: ['strike', 'à vérifier'],
      document: { title: ['The forty days'] },
      target: [
        {
          source: PAGE,
          selector: [
            { type: 'RangeSelector', startContainer: '/p[1]' },
            { type: 'TextPositionSelector', start: 120, end: 154 },
            { type: 'TextQuoteSelector', exact: QUOTE, prefix: 'Nobody worked. ', suffix: ' Then they won.' },
          ],
        },
      ],
    },
    {
      id: 'a2',
      created: '2025-08-13T09:05:00Z',
      user: 'acct:ben@hypothes.is',
      uri: PAGE,
      text: 'The union did.',
      references: ['a1'],
      target: [{ source: PAGE }],
    },
    {
      id: 'a3',
      created: '2025-08-13T09:06:00Z',
      user: 'acct:ana@hypothes.is',
      uri: PAGE,
      text: 'A page note.',
      tags: ['page'],
      target: [{ source: PAGE }],
    },
    { id: 'a4', user: 'acct:ana@hypothes.is', uri: PAGE, text: '', target: [{ source: PAGE }] },
  ],
});

export const WEB_ANNOTATIONS = JSON.stringify({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://example.org/page1',
  type: 'AnnotationPage',
  items: [
    {
      id: 'https://example.org/anno1',
      type: 'Annotation',
      motivation: 'commenting',
      body: [
        {
          type: 'TextualBody',
          value: '<p>Who <b>counted</b>?</p>',
          format: 'text/html',
          purpose: 'commenting',
        },
        { type: 'TextualBody', value: 'strike', purpose: 'tagging' },
      ],
      target: {
        source: PAGE,
        selector: {
          type: 'FragmentSelector',
          value: 'p1',
          refinedBy: { type: 'TextQuoteSelector', exact: QUOTE, prefix: '', suffix: '' },
        },
      },
    },
    { type: 'Annotation', bodyValue: 'On the whole page.', target: PAGE },
    {
      id: 'https://example.org/anno3',
      type: 'Annotation',
      target: { source: 'https://example.org/map.jpg', selector: { type: 'SvgSelector', value: '<svg/>' } },
    },
    { id: 'https://example.org/anno4', type: 'Annotation', bodyValue: 'Of nothing.' },
  ],
});

export const READWISE = [
  'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags',
  `"${QUOTE}",The Forty Days,"Doe, Jane",B000000001,"Who counted, and ""how""?",blue,"strike,paye",location,120,2025-08-13 09:00:00+00:00,history`,
  `"=cmd|' /C calc'!A0",The Forty Days,"Doe, Jane",B000000001,,,,location,140,2025-08-13 09:01:00+00:00,history`,
  `"${CITATION}",Le Loyer,Jeanne Dupré,,,yellow,,page,7,2025-08-13 09:02:00+00:00,`,
  '"",Le Loyer,Jeanne Dupré,,,,,,,,',
].join('\r\n');

export const READER =
  'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\r\n' +
  `The Forty Days,${PAGE},01abc,"['strike', 'history']",2025-08-13 09:00:00+00:00,0.5,archive,True\r\n`;

export const POCKET_PAGE = `<!DOCTYPE html>
<html>
	<!--So long and thanks for all the fish-->
	<head><meta charset="UTF-8"><title>Pocket Export</title></head>
	<body>
		<h1>Unread</h1>
		<ul>
			<li><a href="${PAGE}?utm_source=pocket" time_added="1500000000" tags="strike,à lire">The Forty Days</a></li>
			<li><a href="javascript:alert(1)" time_added="1500000001" tags="">Bad</a></li>
		</ul>
		<h1>Read Archive</h1>
		<ul><li><a href="https://example.org/b" time_added="1500000002" tags="">https://example.org/b</a></li></ul>
	</body>
</html>`;

export const POCKET_TABLE =
  'title,url,time_added,tags,status\n' +
  `The Forty Days,${PAGE},1500000000,strike|à lire,unread\n` +
  'Nowhere,,1500000001,,archive\n';

export const INSTAPAPER =
  'URL,Title,Selection,Folder,Timestamp,Tags\n' +
  `${PAGE},The Forty Days,"Nobody worked.",Strikes,1500000000,"[""history""]"\n` +
  'instapaper-private://note/1,A note,,Unread,1500000001,[]\n';

export const BOOKMARKS = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Menu des marque-pages</H1>
<DL><p>
    <DT><H3 ADD_DATE="1500000000" PERSONAL_TOOLBAR_FOLDER="true">Barre personnelle</H3>
    <DL><p>
        <DT><H3>Grèves</H3>
        <DL><p>
            <DT><A HREF="${PAGE}" ADD_DATE="1500000000" TAGS="paye,strike">The Forty Days &amp; after</A>
            <DD>What happened
            in the mines.
        </DL><p>
        <DT><A HREF="javascript:void(0)">Bookmarklet</A>
        <DT><A HREF="place:sort=8">Most visited</A>
    </DL><p>
    <DT><A HREF="https://example.org/b">B</A>
</DL>`;

export const ZOTERO_JSON = JSON.stringify({
  config: { id: '36a3b0b5-bad0-4a04-b79b-441c7cef77db', label: 'BetterBibTeX JSON' },
  collections: { C1: { key: 'C1', name: 'Mines', items: [7] } },
  items: [
    {
      itemType: 'journalArticle',
      itemID: 7,
      itemKey: 'ABCD1234',
      title: 'The Forty Days',
      creators: [
        { creatorType: 'author', firstName: 'Jane', lastName: 'Doe' },
        { creatorType: 'editor', name: 'The Press' },
      ],
      date: '2025-08-13',
      publicationTitle: 'Mining Review',
      DOI: '10.1000/forty',
      language: 'en',
      abstractNote: 'Nobody worked for forty days.\n\nThen they won.',
      tags: [{ tag: 'strike' }, { tag: 'auto', type: 1 }],
      notes: [{ key: 'N1', note: '<h1>Reading</h1><p>See <b>page 3</b>.</p>' }],
      attachments: [
        {
          itemType: 'attachment',
          title: 'Full Text PDF',
          path: '/home/ana/x.pdf',
          annotations: [
            {
              key: 'X1',
              annotationType: 'highlight',
              annotationText: QUOTE,
              annotationComment: 'Who counted?',
              annotationColor: '#5fb236',
              tags: [{ tag: 'count' }],
            },
            { key: 'X2', annotationType: 'image' },
          ],
        },
      ],
    },
    { itemType: 'note', itemKey: 'NOTE0001', note: '<p>Une note seule.</p>', tags: [] },
  ],
});

export const ZOTERO_RDF = `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:link="http://purl.org/rss/1.0/modules/link/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/">
  <bib:Article rdf:about="${PAGE}">
    <z:itemType>newspaperArticle</z:itemType>
    <dcterms:isPartOf><bib:Newspaper><dc:title>La Gazette</dc:title></bib:Newspaper></dcterms:isPartOf>
    <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Dupré</foaf:surname><foaf:givenName>Jeanne</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
    <dcterms:isReferencedBy rdf:resource="#item_2"/>
    <link:link rdf:resource="#item_3"/>
    <dc:subject>grève</dc:subject>
    <dc:subject><z:AutomaticTag><rdf:value>mines</rdf:value></z:AutomaticTag></dc:subject>
    <dc:title>Les quarante jours</dc:title>
    <dcterms:abstract>Personne n’a travaillé &amp; ils ont gagné.</dcterms:abstract>
    <dc:date>2025-08-13</dc:date>
    <z:language>fr</z:language>
    <dc:identifier><dcterms:URI><rdf:value>${PAGE}</rdf:value></dcterms:URI></dc:identifier>
  </bib:Article>
  <bib:Memo rdf:about="#item_2"><rdf:value>&lt;p&gt;Voir la &lt;i&gt;page 3&lt;/i&gt;.&lt;/p&gt;</rdf:value></bib:Memo>
  <z:Attachment rdf:about="#item_3"><z:itemType>attachment</z:itemType>
    <rdf:resource rdf:resource="files/3/gazette.pdf"/><dc:title>gazette.pdf</dc:title><link:type>application/pdf</link:type>
  </z:Attachment>
  <bib:Memo rdf:about="#item_4"><rdf:value>&lt;p&gt;Une note seule.&lt;/p&gt;</rdf:value></bib:Memo>
  <z:Collection rdf:about="#collection_1"><dc:title>Mines</dc:title><dcterms:hasPart rdf:resource="${PAGE}"/></z:Collection>
</rdf:RDF>`;

export const CSL = JSON.stringify([
  {
    id: 'doe2025',
    type: 'article-journal',
    title: 'The <i>Forty</i> Days',
    author: [{ family: 'Doe', given: 'Jane' }, { literal: 'The Press' }],
    'container-title': 'Mining Review',
    issued: { 'date-parts': [[2025, 8, 13]] },
    DOI: '10.1000/forty',
    abstract: '<p>Nobody worked.</p>',
    keyword: 'strike, mines',
    note: 'Read twice.',
  },
]);

export const KINDLE = `\ufeffThe Forty Days (Doe, Jane)
- Your Highlight on page 12 | Location 120-122 | Added on Wednesday, 13 August 2025 21:05:10

The strike lasted for forty
==========
\ufeffThe Forty Days (Doe, Jane)
- Your Highlight on page 12 | Location 120-124 | Added on Wednesday, August 13, 2025 9:06:10 PM

${QUOTE}
==========
The Forty Days (Doe, Jane)
- Your Note on page 12 | Location 124 | Added on Wednesday, 13 August 2025 21:07:10

Who counted?
==========
The Forty Days (Doe, Jane)
- Your Bookmark on page 13 | Location 130 | Added on Wednesday, 13 August 2025 21:08:10


==========
The Forty Days (Doe, Jane)
- Your Highlight on page 90 | Location 900-901 | Added on Wednesday, 13 August 2025 21:09:10

 <You have reached the clipping limit for this item>
==========
Le Loyer (Jeanne Dupré)
- Votre surlignement sur la page 7 | emplacement 70-72 | Ajouté le mercredi 13 août 2025 21:05:10

${CITATION}
==========
Le Loyer (Jeanne Dupré)
- Votre note sur la page 9 | emplacement 95 | Ajouté le mercredi 13 août 2025 21:06:10

À vérifier.
==========
Le Loyer (Jeanne Dupré)
- Votre signet sur la page 10 | emplacement 99 | Ajouté le mercredi 13 août 2025 21:06:10


==========
`;

export const ARTICLE_TEXT =
  'Nobody worked in the mines that summer, and the company waited for hunger to do its work. ' +
  `${QUOTE} Then they won what they had asked for in the spring, and the pits opened again.`;

export const OMNIVORE_LIST = [
  {
    id: 'om-1',
    slug: 'forty-days',
    title: 'The Forty Days',
    description: 'A strike.',
    author: 'Jane Doe',
    url: PAGE,
    labels: ['strike'],
    publishedAt: '2025-08-13T00:00:00.000Z',
  },
  { id: 'om-2', slug: 'gone', title: 'Gone', url: 'https://example.org/gone', labels: [] },
];

export function omnivoreOf(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

export const OMNIVORE = omnivoreOf({
  'metadata_0_to_20.json': JSON.stringify(OMNIVORE_LIST),
  'content/forty-days.html': `<div id="readability-page-1"><p>${ARTICLE_TEXT}</p></div>`,
  'highlights/forty-days.md': `> ${QUOTE} \n\n#count #paye\n\nWho counted?\n\n> What is not there any more.`,
});

export const SAMPLES: Readonly<Record<string, readonly [LibraryFormat, string | Uint8Array]>> = {
  Hypothesis: ['hypothesis', HYPOTHESIS],
  'Web Annotation': ['web-annotation', WEB_ANNOTATIONS],
  Readwise: ['readwise', READWISE],
  'Readwise Reader': ['readwise', READER],
  'Pocket page': ['pocket', POCKET_PAGE],
  'Pocket table': ['pocket', POCKET_TABLE],
  Instapaper: ['instapaper', INSTAPAPER],
  bookmarks: ['bookmarks', BOOKMARKS],
  'Zotero JSON': ['zotero-json', ZOTERO_JSON],
  'Zotero RDF': ['zotero-rdf', ZOTERO_RDF],
  'CSL-JSON': ['csl-json', CSL],
  Kindle: ['kindle', KINDLE],
  Omnivore: ['omnivore', OMNIVORE],
};
