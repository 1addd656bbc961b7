/** What `<limio-offers>` asks for before a customer is handed over, as far as it matters here. */
interface ChallengeEvent extends Event {
  respondWith(token: PromiseLike<string>): void;
}

/**
 * Answers the challenges of all elements of a page, present and future.
 *
 * @param solve called once for each customer who is handed over.
 * @param types of the events; `limio-recaptcha` asks for what Limio itself takes.
 * @returns a function that ends it.
 */
export function onChallenge(
  root: EventTarget,
  solve: () => Promise<string>,
  types: readonly string[] = ['limio-challenge'],
): () => void {
  const hear = (event: Event) => (event as ChallengeEvent).respondWith(solve());
  for (const type of types) root.addEventListener(type, hear);
  return () => {
    for (const type of types) root.removeEventListener(type, hear);
  };
}

/** Loads a script that the page names, once it is wanted. @throws {Error} where it does not come */
export function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.async = true;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('The script of the challenge did not load.'));
    script.src = address;
    document.head.append(script);
  });
}
