/**
 * In a browser an address of the notebook's things is asked for by a query, `/?open=dossier://…`. It is taken out of the
 * address at once: a reload goes where the window is.
 */
export function takeAsked(): string | null {
  const asked = new URLSearchParams(location.search).get('open');
  if (asked !== null) history.replaceState(history.state, '', location.pathname);
  return asked;
}
