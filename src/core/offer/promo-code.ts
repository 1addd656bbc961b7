/** A promo code, in capitals or not. */
export const PROMO_CODE = /^[A-Za-z\d]{1,64}$/;
