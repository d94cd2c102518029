import { createContext } from 'svelte';
import type { AppState } from './app.svelte.ts';

/** The window's state, for any component below App. Do not destructure it: its properties are getters. */
export const [useApp, setApp] = createContext<AppState>();
