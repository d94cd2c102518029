/** Whether one section is on the page: a state of its own, so that mounting it concerns no other. */
export class Mounted {
  is = $state(false);

  constructor(is: boolean) {
    this.is = is;
  }
}
