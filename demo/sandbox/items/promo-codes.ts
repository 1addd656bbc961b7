/** Codes the sandbox accepts, and the percentage each takes off. Any other code is refused. */
export const PROMO_CODES: Readonly<Record<string, number>> = { SAVE20: 20, WELCOME10: 10 };
