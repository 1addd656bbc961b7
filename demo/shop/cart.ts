import { drawShopPage } from './shop-page.ts';

await drawShopPage();
