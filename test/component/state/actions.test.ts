import { describe, expect, it, vi } from 'vitest';
import { type Action, Actions } from '../../../src-renderer/state/actions.svelte.ts';

function action(change: Partial<Action> & { id: string }): Action {
  return { title: () => change.id, group: 'view', run: () => undefined, ...change };
}

/** Sends keys to `target` as the browser would; @returns the ids that ran. */
function type(
  actions: readonly Action[],
  keys: readonly KeyboardEventInit[],
  target?: HTMLElement,
  mac = false,
) {
  const ran: string[] = [];
  const registry = new Actions(mac);
  registry.registerAll(actions.map((each) => ({ ...each, run: () => ran.push(each.id) })));
  const place = target ?? document.createElement('div');
  document.body.append(place);
  place.addEventListener('keydown', (event) => registry.press(event));
  for (const key of keys) place.dispatchEvent(new KeyboardEvent('keydown', { ...key, cancelable: true }));
  place.remove();
  return ran;
}

describe('shortcuts', () => {
  it('run the command whose keys were pressed, with exactly those modifiers', () => {
    const actions = [action({ id: 'palette', shortcut: 'Mod+K' }), action({ id: 'down', shortcut: 'k' })];
    expect(type(actions, [{ key: 'k', ctrlKey: true }])).toEqual(['palette']);
    expect(type(actions, [{ key: 'k' }])).toEqual(['down']);
    expect(type(actions, [{ key: 'k', ctrlKey: true, altKey: true }])).toEqual([]);
  });

  it('take Command for Mod on a Mac and Control elsewhere', () => {
    const actions = [action({ id: 'palette', shortcut: 'Mod+K' })];
    expect(type(actions, [{ key: 'k', metaKey: true }], undefined, true)).toEqual(['palette']);
    expect(type(actions, [{ key: 'k', ctrlKey: true }], undefined, true)).toEqual([]);
    expect(type(actions, [{ key: 'k', metaKey: true }])).toEqual([]);
  });

  it('know a sign by its character, however it is typed', () => {
    const actions = [action({ id: 'help', shortcut: '?' })];
    expect(type(actions, [{ key: '?', shiftKey: true }])).toEqual(['help']);
    expect(type(actions, [{ key: '?' }])).toEqual(['help']);
  });

  it('tell a capital letter from a small one', () => {
    const actions = [action({ id: 'dispute', shortcut: 'Shift+D' })];
    expect(type(actions, [{ key: 'D', shiftKey: true }])).toEqual(['dispute']);
    expect(type(actions, [{ key: 'd' }])).toEqual([]);
  });

  it('take two keys one after the other, and forget the first where another follows', () => {
    const actions = [action({ id: 'claims', shortcut: 'g c' }), action({ id: 'c', shortcut: 'c' })];
    expect(type(actions, [{ key: 'g' }, { key: 'c' }])).toEqual(['claims']);
    expect(type(actions, [{ key: 'g' }, { key: 'x' }, { key: 'c' }])).toEqual(['c']);
  });

  it('leave letters to a text field, but not Mod and function keys', () => {
    const actions = [
      action({ id: 'one', shortcut: '1' }),
      action({ id: 'palette', shortcut: 'Mod+K' }),
      action({ id: 'guide', shortcut: 'F1' }),
      action({ id: 'undo', shortcut: 'Mod+Z', notInText: true }),
    ];
    const keys = [{ key: '1' }, { key: 'k', ctrlKey: true }, { key: 'F1' }, { key: 'z', ctrlKey: true }];
    expect(type(actions, keys, document.createElement('textarea'))).toEqual(['palette', 'guide']);
    expect(type(actions, keys)).toEqual(['one', 'palette', 'guide', 'undo']);
  });

  it('let the newest of two commands have a key, and do not run what is not enabled', () => {
    const frame = action({ id: 'frame', shortcut: 'j' });
    const screen = action({ id: 'screen', shortcut: 'j' });
    expect(type([frame, screen], [{ key: 'j' }])).toEqual(['screen']);
    expect(type([frame, { ...screen, enabled: () => false }], [{ key: 'j' }])).toEqual(['frame']);
  });
});

describe('the registry', () => {
  it('refuses a second command of the same name', () => {
    const registry = new Actions();
    registry.register(action({ id: 'a' }));
    expect(() => registry.register(action({ id: 'a' }))).toThrow('a');
  });

  it('forgets a command that was taken back, and runs by name what is enabled', () => {
    const registry = new Actions();
    const remove = registry.register(action({ id: 'a' }));
    registry.register(action({ id: 'b', enabled: () => false }));
    expect(registry.run('a')).toBe(true);
    expect(registry.run('b')).toBe(false);
    remove();
    expect(registry.run('a')).toBe(false);
    expect(registry.find('a')).toBeUndefined();
  });
});

describe('the native menu', () => {
  it('undoes typing while a text field has the focus, and the last change elsewhere', () => {
    const run = vi.fn<() => void>();
    const registry = new Actions();
    registry.register(action({ id: 'edit.undo', notInText: true, run }));
    const field = document.createElement('input');
    document.body.append(field);
    const execCommand = vi.fn<(name: string) => boolean>(() => true);
    Object.assign(document, { execCommand });
    field.focus();
    registry.runFromMenu('edit.undo');
    expect(execCommand).toHaveBeenCalledWith('undo');
    expect(run).not.toHaveBeenCalled();
    field.blur();
    registry.runFromMenu('edit.undo');
    expect(run).toHaveBeenCalledOnce();
    field.remove();
  });
});
