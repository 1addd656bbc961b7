import Link from 'next/link';
import { PLANS } from '../../../plans.ts';
import { Links } from '../Links.tsx';

export default function Page() {
  return (
    <main>
      <Links plans={PLANS} promoCode="" />
      <Link href="/">First</Link>
    </main>
  );
}
