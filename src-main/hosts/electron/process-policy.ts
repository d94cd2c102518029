/** Settings of the whole process that must stand before Electron is ready. */
import type { App } from 'electron';

/** Chromium's own errands: updates of its components, reports, predictions. A notebook that stays here needs none. */
const SWITCHES = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-breakpad',
  'no-pings',
] as const;

const FEATURES_OFF = ['AutofillServerCommunication', 'MediaRouter', 'OptimizationHints', 'Translate'];

export function restrictProcess(app: App): void {
  app.enableSandbox();
  for (const name of SWITCHES) app.commandLine.appendSwitch(name);
  app.commandLine.appendSwitch('disable-features', FEATURES_OFF.join(','));
  // No name is ever looked up, whatever should slip through the other nets: there is no address to send to.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** After the app is ready, which is when Electron takes it. */
export function restrictResolver(app: App): void {
  app.configureHostResolver({ secureDnsMode: 'off', enableBuiltInResolver: false });
}
