import type { Component } from 'svelte';

export interface MenuItem {
  readonly label: string;
  readonly icon?: Component<{ size?: number | string; strokeWidth?: number | string }>;
  readonly shortcut?: string;
  /** How many there are of it, at the right. */
  readonly count?: number;
  /** Given: one of a set, or a switch. */
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  /** A hairline above it. */
  readonly separated?: boolean;
  readonly run: () => void;
}
