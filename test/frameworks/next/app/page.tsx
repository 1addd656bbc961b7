import Link from 'next/link';
import { App } from './App.tsx';

/** Rendered anew for each request. */
export const dynamic = 'force-dynamic';

export default function Page() {
  return (
    <main>
      <App />
      <Link href="/second">Second</Link>
      <Link href="/cards">Cards</Link>
    </main>
  );
}
