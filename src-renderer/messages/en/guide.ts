/** The guide, read in five minutes. */
import type { GuideWords } from '../guide-blocks.ts';

const guide: GuideWords = {
  title: 'Guide',
  lead: 'Five minutes, from the first article to notes that can be sent. Nothing you do here leaves this computer.',
  contents: 'Contents',
  trySample: 'Open the sample notebook',
  sections: [
    {
      id: 'notebook',
      title: 'One notebook, one file',
      blocks: [
        {
          kind: 'text',
          text: 'A notebook holds everything about one subject: the articles, what you highlight in them, what you claim, why you believe it. It is one file whose name ends in .dossier. Copy it to keep a backup, move it to another computer, put it where you like.',
        },
        {
          kind: 'text',
          text: 'The menu beside the notebook’s name opens another one or starts a new one. To try things without fear, open the sample notebook: its texts were written for that, and what you change in it can be undone.',
        },
      ],
    },
    {
      id: 'capture',
      title: 'Capture an article',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Save the page from your browser as HTML or MHTML, then drop the file anywhere on the window. EPUB books, Word documents, plain text and Markdown are taken in the same way, and so are several files or a whole folder.',
            'Or copy the text of an article and paste it anywhere outside a field: a form opens in which you can add its title and address.',
            'Files that come into one folder, as those your browser saves, can be captured by themselves: choose it under Settings, Watched folder.',
            'Look at the tray at the bottom right: it says what became of each file, what went wrong, and whether you already have the same text.',
          ],
        },
        {
          kind: 'text',
          text: 'The original file is kept beside the text that you read. Title, author, outlet, date and language are found where they can be: correct them under Details (key I). The same address captured again becomes a new version, and your highlights are carried over to it.',
        },
      ],
    },
    {
      id: 'read',
      title: 'Read and highlight',
      blocks: [
        {
          kind: 'text',
          text: 'Select a passage. A bar appears below it: choose a colour, write a note, add a tag. The five colours are yours to name in the settings; at first they mean fact, figure, quotation, doubt and context. Each also has its own underline, so that none is told by colour alone.',
        },
        {
          kind: 'keys',
          items: [
            ['1', 'Highlight in the first colour; 2 to 5 are the others'],
            ['n', 'Write a note on the passage'],
            ['e', 'Tag the passage'],
            ['Mod+F', 'Find in the article'],
            ['F7', 'Move a caret through the text, to select without a mouse'],
            ['Shift+ArrowRight', 'Move the end of the opened highlight by a word; with Alt its start'],
            ['o', 'Open the next of the highlights that lie over each other'],
            ['Mod+Shift+C', 'Copy the passage with its citation'],
            ['Mod+Shift+L', 'Copy a link that opens Dossier at the passage'],
          ],
        },
        {
          kind: 'text',
          text: 'Overlapping highlights stay separate: the digits in the left margin open each of them. Notes stand beside their passage. They are Markdown: type [[ to link to a source, a claim, a highlight or another note. What a note said before is in its history, on the card of its highlight.',
        },
      ],
    },
    {
      id: 'beside',
      title: 'Read two things side by side',
      blocks: [
        {
          kind: 'text',
          text: 'Click with Alt on a source, a match, a claim or the way back to a passage, and it opens beside what you read. Each of the two has its own place, search and history; in a narrow window they are tabs. The commands open it in a window of its own, too.',
        },
        {
          kind: 'keys',
          items: [
            ['Mod+Enter', 'Open in the other pane what has the focus'],
            ['Mod+Shift+B', 'Open a second pane, or close this one'],
            ['F6', 'Go to the other pane'],
            ['Mod++', 'Larger text; Ctrl − smaller, Ctrl 0 as the window asks'],
            ['Mod+P', 'Print the article, its highlights and its notes'],
          ],
        },
      ],
    },
    {
      id: 'claim',
      title: 'Write down a claim',
      blocks: [
        {
          kind: 'text',
          text: 'A claim is one sentence that is either so or not: “The terminal will cost 1.9 billion euros.” Make one from a selected passage, or on the Claims screen, and attach to it the passages that support it, dispute it or merely mention it.',
        },
        {
          kind: 'text',
          text: 'For each piece of evidence, say who said it first. Ten articles that repeat one agency are ten documents and one origin: Dossier counts both and shows both.',
        },
      ],
    },
    {
      id: 'verdict',
      title: 'Verify or dispute it',
      blocks: [
        {
          kind: 'text',
          text: 'When the evidence is enough, verify the claim or dispute it, and say why in a sentence. A verdict without a reason is not taken. Nothing is overwritten: each verdict stays in the claim’s history with its date, and a claim can be reopened when something new comes up.',
        },
        {
          kind: 'keys',
          items: [
            ['Shift+V', 'Verify the claim'],
            ['Shift+D', 'Dispute the claim'],
            ['Shift+R', 'Reopen the claim'],
          ],
        },
      ],
    },
    {
      id: 'compare',
      title: 'Compare sources, old and new',
      blocks: [
        {
          kind: 'text',
          text: 'The matrix shows claims × sources at once: what each source says of each claim. Sources that repeat the same origin stand together and count once; a dot marks what a verdict stands or falls with, and the last column names it. The arrow keys go from cell to cell, Enter opens the passage, T turns the picture into a table. It can be saved as an image, a drawing or CSV.',
        },
        {
          kind: 'text',
          text: 'A page may be captured again and say something else. Changed quotations, in the bar at the left as soon as there are any, lists what was changed or lost, with the words that differ and the claims that rest on them: confirm the new place, choose another, leave it, or dispute the claim.',
        },
        {
          kind: 'keys',
          items: [
            ['g m', 'Open the matrix'],
            ['g q', 'Open changed quotations'],
            ['t', 'In the matrix: picture or table'],
          ],
        },
      ],
    },
    {
      id: 'ledger',
      title: 'Keep the ledger',
      blocks: [
        {
          kind: 'text',
          text: 'Claims lists them all, with their status, how many documents and independent origins they rest on, and the last verdict. Narrow it by status, tag or doubt: one origin only, one source, contradicted, quotation changed. A press on the head of a column sorts by it. Select several with X, or Shift and the arrows, to tag them, date them or move them to the trash in one step.',
        },
        {
          kind: 'text',
          text: 'Give a claim a day to look at it again, and it stands under Due from that day on. Where another claim takes its place, say which: the old one stays, with its history, and leads to the new one. View shows the ledger as it stood on any earlier day. Your name, set under Settings, is kept with each verdict.',
        },
        {
          kind: 'keys',
          items: [
            ['l', 'Filter by words'],
            ['x', 'Select the claim'],
            ['r', 'On a claim: set a day to look again'],
            ['j', 'On a claim: the next one; K the one before'],
          ],
        },
      ],
    },
    {
      id: 'tags',
      title: 'Keep the tags in order',
      blocks: [
        {
          kind: 'text',
          text: 'Tags has all of them as a tree. Drag a tag onto another to place it below, or use Alt+→ and Alt+←. Choosing a tag anywhere, in the library, the ledger or a search, also finds what carries the tags below it.',
        },
        {
          kind: 'text',
          text: 'Each tag can say what it stands for, have a colour, and have aliases: whoever types an alias gets the tag. Merging two tags first shows what it will move. Below stands where a tag is used, and with which others it stands together: on the same highlight, on highlights that overlap, in the same source. Whatever you do there can be undone.',
        },
        {
          kind: 'text',
          text: 'The codebook can be exported and imported as CSV for a spreadsheet, or as REFI-QDA (.qdc) for programs of qualitative analysis. The same file twice changes nothing.',
        },
      ],
    },
    {
      id: 'search',
      title: 'Find it again',
      blocks: [
        {
          kind: 'text',
          text: 'Type in the field at the top: articles, highlights, notes and claims are searched with each letter. Accents and capitals do not matter, and word endings match in French and in English: “detente” finds “détente”, “exports” finds “export”. Figures are found however they are written: 46,7 and 46.7, 300 000 and 300,000.',
        },
        {
          kind: 'syntax',
          items: [
            ['"cost of dredging"', 'these words, in this order'],
            ['title:dredging', 'in titles'],
            ['tag:cost', 'with this tag, an alias of it, or a tag below it'],
            ['+tag:cost +tag:port', 'with both tags'],
            ['+cost', 'must be there'],
            ['-capacity', 'must not be there'],
            ['dredg*', 'whatever begins so'],
            ['dreging~1', 'one letter off'],
          ],
        },
        {
          kind: 'text',
          text: 'The field completes the names of fields and your tags as you type them: Tab takes the first, the arrow keys the others. With nothing typed, ↓ shows what a query may hold. Beside the results stands how many there are of each kind, language, outlet, year, tag and status; choose a value to keep those alone, or give a period.',
        },
        {
          kind: 'text',
          text: 'The arrow keys go through the results; Enter opens the passage in its article, at its place. For each result you are told which words it was found by, how, in which field, and what each gave to its rank.',
        },
        {
          kind: 'text',
          text: 'A search can be kept with a claim as evidence that you looked, also one that found nothing: “Keep as evidence of diligence…” notes what was asked, within which limits, when, and how much there was. The page of the claim lists them and runs them again.',
        },
      ],
    },
    {
      id: 'order',
      title: 'Keep order',
      blocks: [
        {
          kind: 'text',
          text: 'Select several sources with Ctrl or Shift and a click, or with Shift and the arrows; Ctrl A takes all, Escape ends it. What is selected can be tagged, put into a collection or moved to the trash, each in one step that Undo takes back.',
        },
        {
          kind: 'text',
          text: 'A collection keeps sources together in an order of your own (Alt and an arrow move a source in it); a source may be in several. A search that you need again is saved under a name with its filters, and run from the library, the search screen or the palette.',
        },
        {
          kind: 'text',
          text: 'Whatever you delete lies in the trash and comes back from there. Emptying the trash is the one thing that cannot be undone: it is asked twice, and never done by itself.',
        },
      ],
    },
    {
      id: 'notes',
      title: 'Write notes of your own',
      blocks: [
        {
          kind: 'text',
          text: 'Under Notes stands what is no highlight and no claim: plans, questions, drafts, in Markdown. Type [[ and some words to link to a source, a claim, a highlight or another note; the link holds whatever they are called later, and each of them says where it is mentioned.',
        },
        {
          kind: 'text',
          text: 'What you type is kept as a draft at once and survives a crash; it becomes the note when you save it. The history of a note has each saved state with its date and what changed since, and brings an earlier one back as a new edit.',
        },
        {
          kind: 'keys',
          items: [
            ['g n', 'Go to the notes'],
            ['n', 'New note'],
            ['e', 'Write in the note'],
            ['Mod+Enter', 'Save it'],
            ['h', 'Its history'],
          ],
        },
      ],
    },
    {
      id: 'draft',
      title: 'Check a draft',
      blocks: [
        {
          kind: 'text',
          text: 'Under Draft, paste what you wrote or open it as text, Markdown or a Word document. Each quotation and each figure is compared with the texts of the notebook. A check says that the words stand there as you have them; altered words are marked with what the source says; you are told where the draft names another speaker than the source does, and what no text has.',
        },
        {
          kind: 'text',
          text: 'Choose a quotation in the draft or in the list to see the passage, open it beside the draft, take its words, or make it evidence of a claim. Edit the draft in place and check again. The report is saved as a web page, Markdown or a table; of the draft itself nothing is stored.',
        },
        {
          kind: 'keys',
          items: [
            ['g d', 'Check a draft'],
            ['Mod+Enter', 'Check, or check again'],
            ['j', 'Next problem; k, the one before'],
            ['o', 'Open the passage beside the draft'],
            ['e', 'Edit the draft'],
          ],
        },
      ],
    },
    {
      id: 'export',
      title: 'Export your notes',
      blocks: [
        {
          kind: 'text',
          text: 'Export writes annotated notes: each source with its reference, your highlights with their notes and tags, the claims with their evidence and verdicts. Choose what to take (everything, chosen sources, a collection, a tag, a claim with its evidence, what a saved search finds), then the format. The preview shows what you will get, and what a format has no place for is said.',
        },
        {
          kind: 'syntax',
          items: [
            ['Word (DOCX)', 'highlights as shading, your notes as comments, sources as footnotes'],
            ['PDF', 'the HTML page on numbered pages of A4, with your notes in the margin'],
            ['Obsidian', 'a note for each source, claim and tag, linked; open the folder as a vault'],
            ['REFI-QDA', 'texts, codes and coded passages for NVivo, MAXQDA, ATLAS.ti, QualCoder'],
          ],
        },
        {
          kind: 'text',
          text: 'A template decides how Markdown and HTML are written. Choose one from Dossier, or “Make my own…”: you write it beside the preview, and a mistake is told with its line. It is Liquid:',
        },
        {
          kind: 'syntax',
          items: [
            ['{{ source.title }}', 'writes a field; what is in it is written as text'],
            [
              '{{ highlight.quote | quote }}',
              'writes it as a block quotation; the list of fields names the filters',
            ],
            ['{% for source in sources %} … {% endfor %}', 'does it for each source'],
            ["{% if highlight.note != '' %} … {% endif %}", 'only where there is a note'],
          ],
        },
        {
          kind: 'text',
          text: 'A Markdown template that speaks of “source” makes one file for each source; any other makes one file. The citation key of a source ({{ source.key }}) is made of author, year and title, stays once it was exported, and is yours to change in the details.',
        },
        {
          kind: 'text',
          text: 'An archive holds the whole notebook with its originals. “Restore an archive” on the start page makes a new notebook of it.',
        },
      ],
    },
    {
      id: 'keyboard',
      title: 'Everything from the keyboard',
      blocks: [
        {
          kind: 'text',
          text: 'The bar at the bottom names the keys that act on what has the focus. Every command is in the palette, with its shortcut.',
        },
        {
          kind: 'keys',
          items: [
            ['Mod+K', 'All commands, sources and claims by name'],
            ['?', 'The map of all shortcuts'],
            ['Mod+Shift+F', 'Search the notebook'],
            ['g l', 'Library'],
            ['g c', 'Claims'],
            ['g m', 'The matrix of claims × sources'],
            ['g q', 'Changed quotations'],
            ['g s', 'Search'],
            ['Mod+Z', 'Undo the last change, whatever it was'],
            ['Mod+Shift+Z', 'Redo it'],
          ],
        },
      ],
    },
    {
      id: 'safety',
      title: 'If something goes wrong',
      blocks: [
        {
          kind: 'text',
          text: 'Every change can be undone, also after a restart. A removed source goes to the trash, at the foot of the list, and can be restored from there. The settings can check the notebook file and repair what is derived from your data. Dossier writes each change to the disk before it says that it is done.',
        },
      ],
    },
  ],
};

export default guide;
