'use client';
import 'limio-offers/define';

/** Brings the element, which takes the cards over. */
export const Element = () => null;
