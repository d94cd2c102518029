import { beforeEach, describe, expect, it } from 'vitest';
import type { SourceId } from '../../../src-main/common/contract/entities.ts';
import { Actions } from '../../../src-renderer/state/actions.svelte.ts';
import { followBeside } from '../../../src-renderer/state/beside.ts';
import { Panes } from '../../../src-renderer/state/panes.svelte.ts';
import type { Route } from '../../../src-renderer/state/routes.ts';

const source = (id: string): Route => ({ view: 'library', source: id as SourceId });
const ONE = source('one');
const TWO = source('two');
const THREE = source('three');

/** One pane that shows the first source. */
function open(): Panes {
  const panes = new Panes();
  panes.enter('/n.dossier');
  panes.first.go(ONE);
  return panes;
}

const shown = (panes: Panes): readonly Route[] => panes.list.map(({ route }) => route);

beforeEach(() => history.replaceState(null, '', '/'));

describe('two panes', () => {
  it('come of opening something beside, and the work stays where it was', () => {
    const panes = open();
    panes.openBeside(panes.first, TWO);
    expect(shown(panes)).toEqual([ONE, TWO]);
    expect(panes.focused.id).toBe('first');
    panes.openBeside(panes.first, THREE);
    expect(shown(panes)).toEqual([ONE, THREE]);
  });

  it('have the first for what is opened beside the second', () => {
    const panes = open();
    panes.openBeside(panes.first, TWO);
    panes.focus('second');
    panes.openBeside(panes.focused, THREE);
    expect(shown(panes)).toEqual([THREE, TWO]);
  });

  it('bring the other to the front where one stands behind it', () => {
    const panes = open();
    panes.isStacked = true;
    panes.openBeside(panes.first, TWO);
    expect(panes.focused.id).toBe('second');
  });

  it('go back each by itself', () => {
    const panes = open();
    panes.openBeside(panes.first, TWO);
    const second = panes.second;
    second?.go(THREE);
    second?.go(ONE);
    panes.first.go(TWO);
    second?.navigation.back();
    second?.navigation.back();
    expect(shown(panes)).toEqual([TWO, TWO]);
    second?.navigation.back();
    second?.navigation.forward();
    expect(shown(panes)).toEqual([TWO, THREE]);
  });

  it('leave what the other shows when one is closed', () => {
    const panes = open();
    panes.openBeside(panes.first, TWO);
    panes.close('first');
    expect(shown(panes)).toEqual([TWO]);
    panes.openBeside(panes.first, THREE);
    panes.close('second');
    expect(shown(panes)).toEqual([TWO]);
  });

  it('change places, and the keys go with what they acted on', () => {
    const panes = open();
    panes.openBeside(panes.first, TWO);
    panes.swap();
    expect(shown(panes)).toEqual([TWO, ONE]);
    expect(panes.focused.route).toEqual(ONE);
  });

  it('are there again after a reload of the same notebook, and one in another notebook', () => {
    const before = open();
    before.openBeside(before.first, TWO);
    before.second?.go(THREE);
    const after = new Panes();
    after.enter('/n.dossier');
    expect(shown(after)).toEqual([ONE, THREE]);
    after.enter('/other.dossier');
    expect(shown(after)).toEqual([{ view: 'library' }]);
  });
});

describe('a window that is opened for a place', () => {
  it('shows it, and its address does not say so any more', () => {
    location.hash = new URLSearchParams({ route: JSON.stringify(TWO) }).toString();
    const panes = new Panes();
    panes.enter('/n.dossier');
    expect(shown(panes)).toEqual([TWO]);
    expect(location.hash).toBe('');
  });

  it.each(['{', '{"view":"elsewhere"}', '1'])('shows the library where the place is %s', (route) => {
    location.hash = new URLSearchParams({ route }).toString();
    const panes = new Panes();
    panes.enter('/n.dossier');
    expect(shown(panes)).toEqual([{ view: 'library' }]);
  });
});

describe('what asks for the other pane', () => {
  /** @returns what the panes show after `events` came to an element whose click or Enter goes to the second source */
  function after(tag: string, ...events: readonly Event[]): readonly Route[] {
    const panes = open();
    const stop = followBeside(panes, false);
    const element = document.body.appendChild(document.createElement(tag));
    element.addEventListener('click', () => panes.focused.go(TWO));
    element.addEventListener('keydown', (event) => {
      if (tag !== 'button' && event.key === 'Enter') panes.focused.go(TWO);
    });
    for (const event of events) element.dispatchEvent(event);
    element.remove();
    stop();
    return shown(panes);
  }
  const click = (init: MouseEventInit = {}): MouseEvent =>
    new MouseEvent('click', { bubbles: true, cancelable: true, ...init });
  const enter = (init: KeyboardEventInit = {}): KeyboardEvent =>
    new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init });

  it('is a click with Alt, and Ctrl+Enter in a list or on a button', () => {
    expect(after('button', click({ altKey: true }))).toEqual([ONE, TWO]);
    expect(after('div', enter({ ctrlKey: true }))).toEqual([ONE, TWO]);
    expect(after('button', enter({ ctrlKey: true }))).toEqual([ONE, TWO]);
  });

  it('is no other click or key, and not the one after', () => {
    expect(after('button', click())).toEqual([TWO]);
    expect(after('div', enter({ altKey: true }))).toEqual([TWO]);
    expect(after('div', enter({ ctrlKey: true, shiftKey: true }))).toEqual([TWO]);
    expect(after('textarea', enter({ ctrlKey: true }))).toEqual([TWO]);
    // The first is stopped on its way, and asks nothing of the second.
    expect(after('p', new MouseEvent('click', { altKey: true }), click())).toEqual([TWO, TWO]);
  });
});

describe('commands of two panes', () => {
  function registered() {
    let focused = 'first';
    const ran: string[] = [];
    const window = new Actions(false, () => focused);
    const register = (actions: Actions, id: string, name: string): (() => void) =>
      actions.register({ id, title: () => name, group: 'reader', run: () => ran.push(name) });
    const stop = register(window.of('first'), 'find', 'find in the first');
    register(window.of('second'), 'find', 'find in the second');
    register(window, 'palette', 'palette');
    return { window, ran, stop, focus: (id: string) => (focused = id) };
  }

  it('may have the same name, and are those of the pane with the focus', () => {
    const { window, ran, focus } = registered();
    window.run('find');
    focus('second');
    window.run('find');
    window.run('palette');
    expect(ran).toEqual(['find in the first', 'find in the second', 'palette']);
    expect(window.all.map(({ title }) => title())).toEqual(['find in the second', 'palette']);
  });

  it('are their own pane’s where the pane itself asks', () => {
    const { window, ran } = registered();
    window.of('second').run('find');
    expect(ran).toEqual(['find in the second']);
  });

  it('never act on the pane that has not the focus', () => {
    const { window, ran, stop } = registered();
    stop();
    expect(window.run('find')).toBe(false);
    expect(ran).toEqual([]);
  });
});
