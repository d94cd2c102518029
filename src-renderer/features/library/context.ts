import { createContext } from 'svelte';
import type { ListState } from './list-state.svelte.ts';

export const [useList, setList] = createContext<ListState>();
