/** The thread that writes by templates: whatever it is given, it ends, and the next one is answered. */
import { expect, it, onTestFinished } from 'vitest';
import { EXPORT_LIMITS } from '../../../src-main/core/export/templates/limits.ts';
import type { Templater, TemplateQuestion } from '../../../src-main/core/ports.ts';
import { startTemplater } from '../../../src-main/worker/template-client.ts';
import { builtWorker } from '../../support/built.ts';

function start(): Templater {
  const templater = startTemplater(builtWorker('template-worker'));
  onTestFinished(() => templater.close());
  return templater;
}

function asking(body: string, change: Partial<TemplateQuestion['limits']> = {}): TemplateQuestion {
  const data = { notebook: 'Grand-Sel', sources: [], locale: 'en' };
  return { format: 'markdown', body, data, limits: { ...EXPORT_LIMITS, ...change } };
}

const never = new AbortController().signal;
const ENDLESS =
  '{% for a in (1..9999) %}{% for b in (1..9999) %}{% for c in (1..9999) %}{% endfor %}{% endfor %}{% endfor %}';

it('answers, with the line of a fault', async () => {
  const templater = start();
  expect(await templater.render(asking('# {{ notebook }}'), never)).toEqual([
    { source: null, content: '# Grand-Sel' },
  ]);
  await expect(templater.render(asking('\n{{ x }}'), never)).rejects.toMatchObject({
    code: 'invalid',
    details: { what: 'template', reason: 'variable', name: 'x', line: 2 },
  });
});

it('is ended where nobody wants the answer any more, and the next question is answered', async () => {
  const templater = start();
  const stopping = new AbortController();
  const endless = templater.render(asking(ENDLESS), stopping.signal);
  stopping.abort();
  await expect(endless).rejects.toMatchObject({ code: 'cancelled' });
  expect(await templater.render(asking('again'), never)).toEqual([{ source: null, content: 'again' }]);
});

it('stops what takes too long', async () => {
  const endless = start().render(asking(ENDLESS, { milliseconds: 50 }), never);
  await expect(endless).rejects.toMatchObject({
    code: 'invalid',
    details: { what: 'template', reason: 'limit', line: 1 },
  });
});

it('stops what fills the memory behind the back of the limits', async () => {
  const capture =
    '{% assign a = "xxxxxxxxxxxxxxxx" %}{% for i in (1..9999) %}{% for j in (1..9999) %}{% capture b %}{{ b }}{{ a }}{{ a }}{% endcapture %}{% endfor %}{% endfor %}';
  const limits = { allocated: Number.MAX_SAFE_INTEGER, output: Number.MAX_SAFE_INTEGER, milliseconds: 1000 };
  const grown = start().render(asking(`{% assign b = "" %}${capture}`, limits), never);
  await expect(grown).rejects.toMatchObject({
    code: 'invalid',
    details: { what: 'template', reason: 'limit' },
  });
});

it('outlives what asks for all memory in one piece', async () => {
  const rows = start().render(asking('{% tablerow i in (1..100000000) cols:1 %}{% endtablerow %}'), never);
  await expect(rows).rejects.toMatchObject({ details: { what: 'template', reason: 'limit', line: 1 } });
  const full = '{% assign a = (1..31000000) %}{% for i in a %}{% break %}{% endfor %}done';
  expect(await start().render(asking(full), never)).toEqual([{ source: null, content: 'done' }]);
});
