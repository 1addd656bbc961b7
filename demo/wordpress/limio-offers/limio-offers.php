<?php
/**
 * Plugin Name:       Limio offers
 * Description:       Sells Limio subscriptions: a block with cards, and real purchase links underneath.
 * Version:           1.0.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * Text Domain:       limio-offers
 *
 * @package limio-offers
 */

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/cards.php';

/**
 * Registers the block, and the script that makes cards of links.
 *
 * The script is one file, so a version in its query loads it once.
 */
function limio_offers_register() {
	/** Filters the address of the script, for sites that host it elsewhere. */
	$address = apply_filters( 'limio_offers_script', plugins_url( 'limio-offers.classic.js', __FILE__ ) );
	wp_register_script( 'limio-offers', $address, array(), '1.0.0', true );
	register_block_type( __DIR__ );
}
add_action( 'init', 'limio_offers_register' );

/**
 * Loads the script into the editor, and into the frame that newer ones have, so that the block shows its cards.
 */
function limio_offers_preview() {
	if ( is_admin() ) {
		wp_enqueue_script( 'limio-offers' );
	}
}
add_action( 'enqueue_block_assets', 'limio_offers_preview' );

/**
 * Loads the script where the element is, whether a block has drawn it or somebody has pasted it.
 *
 * @param string $html What a block, or a post without blocks, has drawn.
 * @return string The same.
 */
function limio_offers_load( $html ) {
	if ( false !== strpos( (string) $html, '<limio-offers' ) ) {
		wp_enqueue_script( 'limio-offers' );
	}
	return $html;
}
add_filter( 'render_block', 'limio_offers_load' );

/**
 * Lets authors keep the tag when they paste it; without this, WordPress leaves them the links alone.
 *
 * None of the attributes runs anything, and none sends a visitor's details to a place that the site itself
 * does not name in its head.
 *
 * @param array  $tags    Attributes that are kept, by tag.
 * @param string $context Where the HTML is from.
 * @return array
 */
function limio_offers_allow( $tags, $context ) {
	if ( 'post' === $context ) {
		$names = 'shop page src backend checkout ask label group current promo-code select savings layout heading-level target theme accent locale country carry compare-offers copy-link agent-tools json-ld offers words';

		$tags['limio-offers'] = array_fill_keys( explode( ' ', $names ), true ) + ( $tags['div'] ?? array() );
	}
	return $tags;
}
add_filter( 'wp_kses_allowed_html', 'limio_offers_allow', 10, 2 );
