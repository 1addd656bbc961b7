/**
 * The script for the page around a frame: `<script type="module" src="…/bridge.js"></script>`, and nothing else.
 * @module
 */
import { serveFrames } from './bridge.ts';

serveFrames();
