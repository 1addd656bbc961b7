import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { LimioCheckoutEvent } from 'limio-offers';
import 'limio-offers/define';
import { purchaseLink } from 'limio-offers/link';
import { LISTS, PLANS, SHOP } from '../plans';

/** Two elements: one is given a list, the other has links. */
@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      @if (!isHidden()) {
        <limio-offers
          id="listed"
          [shop]="shop"
          [offers]="plans()"
          [promoCode]="promoCode()"
          (limio-ready)="told.set('ready ' + $event.offers.length)"
          (limio-checkout)="leave($event)"
        ></limio-offers>
        <limio-offers id="linked" [shop]="shop" [promoCode]="promoCode()">
          @for (plan of plans(); track plan.path) {
            <a [href]="linkTo(plan.path)">{{ plan.name }}</a>
          }
        </limio-offers>
      }
      @for (name of names; track name) {
        <button (click)="plans.set(lists[name])">{{ name }}</button>
      }
      <button (click)="promoCode.set('SAVE20')">Promo</button>
      <button (click)="stays.set(true)">Stay</button>
      <button (click)="isHidden.set(!isHidden())">Hide</button>
      <output>{{ told() }}</output>
    </main>
  `,
})
export class App {
  readonly shop = SHOP;
  readonly lists = LISTS;
  readonly names = Object.keys(LISTS) as (keyof typeof LISTS)[];
  readonly plans = signal(PLANS.slice(0, 2));
  readonly promoCode = signal('');
  readonly stays = signal(false);
  readonly isHidden = signal(false);
  readonly told = signal('');

  linkTo(path: string): string {
    return purchaseLink({ shop: SHOP, offers: [path] });
  }

  leave(event: LimioCheckoutEvent): void {
    this.told.set(`checkout ${event.url}`);
    if (this.stays()) event.preventDefault();
  }
}
