const KEY = 'dossier.token';

/**
 * The token that the server put behind `#token=`. It is taken out of the address at once, so that a copied or
 * remembered address does not carry it, and kept for this tab so that a reload still works.
 */
export function takeToken(): string {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given) {
    sessionStorage.setItem(KEY, given);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return given ?? sessionStorage.getItem(KEY) ?? '';
}
