import { mount } from 'svelte';
import App from './App.svelte';
import { connect } from './bridge/index.ts';
import Failed from './Failed.svelte';
import { provideIdle } from './ui/idle.ts';
import './styles/index.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no place for the app');

provideIdle();
try {
  mount(App, { target, props: { client: await connect() } });
} catch (cause) {
  console.error(cause);
  mount(Failed, { target });
}
