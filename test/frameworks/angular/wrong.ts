import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import 'limio-offers/define';

@Component({
  selector: 'app-wrong',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <limio-offers #offers (limio-checkout)="say($event.code)"></limio-offers>
    <!-- wrong -->
    <button (click)="say(offers.bakend)">Say</button>
    <!-- wrong -->
  `,
})
export class Wrong {
  say(_: string): void {}
}
