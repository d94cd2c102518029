// Computes again what the record of this page says, with the browser's own SHA-256, and tells what it found.
(async () => {
  const byId = (id) => document.getElementById(id);
  const words = JSON.parse(byId('words').textContent);
  const verdict = byId('verdict');
  if (!globalThis.crypto?.subtle) {
    verdict.textContent = words.cannot;
    return;
  }
  verdict.textContent = words.running;

  const encoder = new TextEncoder();
  const hashOf = async (content) => {
    const bytes = typeof content === 'string' ? encoder.encode(content) : content;
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  const bytesOf = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const shownText = (part) => {
    const pictures = Array.from(part?.querySelectorAll('img') ?? [], (image) => image.getAttribute('src'));
    return [(part?.textContent ?? '').replace(/\s+/g, ''), ...pictures].join('\n');
  };

  const findings = [];
  const tell = (holds, what, of) => findings.push({ holds, what, of });

  const json = byId('record').textContent;
  const record = JSON.parse(json);
  tell((await hashOf(json)) === byId('seal').textContent, words.seal, record.notebook);

  for (const source of record.sources) {
    const original = byId(`original-${source.original}`);
    if (original)
      tell((await hashOf(bytesOf(original.textContent))) === source.original, words.original, source.title);
    else tell(source.isEnclosed ? false : null, words.original, source.title);
    tell((await hashOf(source.text)) === source.textSha256, words.text, source.title);
    const shown = await hashOf(shownText(byId(`s-${source.id}`)));
    tell(shown === source.shownSha256, words.shown, source.title);
    for (const { exact, start, end } of source.quotations) {
      tell(start === null ? null : source.text.slice(start, end) === exact, words.quotation, exact);
    }
  }
  const claims = await hashOf(shownText(document.querySelector('section.claims')));
  tell(claims === record.claimsShownSha256, words.shownClaims, record.notebook);
  for (const claim of record.claims) {
    let before = claim.id;
    let holds = true;
    for (const { at, status, reason, sha256 } of claim.verdicts) {
      before = await hashOf(JSON.stringify([before, at, status, reason]));
      holds = holds && before === sha256;
    }
    tell(
      holds && (claim.verdicts.at(-1)?.status ?? 'unreviewed') === claim.status,
      words.verdicts,
      claim.statement,
    );
  }

  const failed = findings.filter(({ holds }) => holds === false);
  const open = findings.filter(({ holds }) => holds === null);
  const fill = (sentence, count) => sentence.replace('{n}', String(count));
  verdict.textContent = [
    failed.length > 0 ? fill(words.failed, failed.length) : fill(words.passed, findings.length - open.length),
    ...(open.length > 0 ? [fill(words.open, open.length)] : []),
  ].join(' ');
  verdict.className = failed.length > 0 ? 'failed' : 'passed';
  const list = byId('findings');
  list.hidden = false;
  list.open = failed.length > 0;
  list.querySelector('summary').textContent = words.details;
  const first = [...failed, ...open, ...findings.filter(({ holds }) => holds === true)].slice(0, 1000);
  for (const { holds, what, of } of first) {
    const item = document.createElement('li');
    const mark = holds === null ? words.notChecked : holds ? words.holds : words.differs;
    item.textContent = `${mark} ${what} – ${of.length > 160 ? `${of.slice(0, 160)}…` : of}`;
    if (holds === false) item.className = 'failed';
    list.querySelector('ul').append(item);
  }
})();
