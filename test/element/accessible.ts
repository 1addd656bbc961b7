import { expect } from '@open-wc/testing';
import axe from 'axe-core';

axe.configure({
  rules: [
    // Part of WCAG 2.2 AA, and yet off where nobody asks for it.
    { id: 'target-size', enabled: true },
    // Landmarks are the page's affair.
    { id: 'region', enabled: false },
  ],
});

/**
 * The `expect` of @open-wc/testing; its axe goes by WCAG 2.2 AA and good practice.
 *
 * @example
 * await expectElement(el).to.be.accessible();
 */
export const expectElement = expect;
