import type {} from 'limio-offers/jsx';

export const wrong = [
  <limio-offers bakend="https://shop.example.com" />,
  // wrong
  <limio-offers shop={1} />,
  // wrong
  <limio-offers onlimio-checkout={({ code }) => code} />,
  // wrong
];
