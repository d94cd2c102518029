/** What an installed browser is told wherever it is started: nothing of its own goes out to the network or asks questions. */
export const QUIET_ARGUMENTS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-background-mode',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication',
  '--no-pings',
  // Without it Linux asks for the password of the key ring, to protect passwords that are never saved here.
  '--password-store=basic',
] as const;
