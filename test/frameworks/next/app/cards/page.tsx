import Link from 'next/link';
import { Element } from './Element.tsx';
import { Offers } from './Offers.tsx';

export default function Page() {
  return (
    <main>
      <Offers />
      <p id="below">Below</p>
      <Element />
      <Link href="/">First</Link>
    </main>
  );
}
