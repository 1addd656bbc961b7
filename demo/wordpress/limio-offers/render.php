<?php
/**
 * Draws the block: what was saved, with the tag of the element in place of the outer one. The attributes have
 * the same names on both, so nothing is written that was not filtered and escaped when it was saved. Cards stand before
 * the script where they can be written.
 *
 * @package limio-offers
 * @var string $content What was saved.
 */

defined( 'ABSPATH' ) || exit;

// What looks like a shortcode is the name of an offer.
$limio_offers_html = strtr( $content, array( '[' => '&#91;', ']' => '&#93;' ) );

// What somebody has changed by hand into another shape is shown as it is: its links sell.
// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
echo limio_offers_with_cards( preg_replace( '#^\s*<div\b(.*)</div>\s*$#s', '<limio-offers$1</limio-offers>', $limio_offers_html ) ?? $limio_offers_html );
