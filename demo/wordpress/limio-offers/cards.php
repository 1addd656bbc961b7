<?php
/**
 * Cards before the script: what the block has saved as links, written as the element would draw them.
 *
 * The pieces in cards.json are made from the element's own templates when the plugin is packed. Where anything is not
 * as the block writes it, there are links alone, and the element makes cards of them.
 *
 * @package limio-offers
 */

defined( 'ABSPATH' ) || exit;

/**
 * Puts the links of an element below a picture of their cards, in a shadow root that the browser makes of the HTML.
 *
 * @param string $html The element with its links, filtered and escaped.
 * @return string The same, with cards where they can be written.
 */
function limio_offers_with_cards( $html ) {
	// Feeds and programs that read posts print the styles as text.
	$is_page = ! is_feed() && ! is_admin() && ! ( defined( 'REST_REQUEST' ) && REST_REQUEST );
	/** Filters whether cards are written before the script; a site whose policy allows no inline styles says no. */
	if ( ! apply_filters( 'limio_offers_cards', $is_page ) || ! preg_match( '#^(<limio-offers\b([^>]*)>)(.*)(</limio-offers>)#s', $html, $tag ) ) {
		return $html;
	}
	$picture = limio_offers_picture( limio_offers_attributes( $tag[2] ), $tag[3] );
	if ( null === $picture ) {
		return $html;
	}
	return $tag[1] . '<style>' . limio_offers_parts()['block'] . '</style><div data-limio-picture><template shadowrootmode="open">' . $picture . '</template>' . $tag[3] . '</div>' . $tag[4];
}

/**
 * What the element would draw of some links; null where that is not known for certain.
 *
 * @param array  $settings Attributes of the element.
 * @param string $links    The links in it.
 * @return string|null
 */
function limio_offers_picture( $settings, $links ) {
	$parts = limio_offers_parts();
	$locale = $parts['locales'][ get_bloginfo( 'language' ) ] ?? null;
	$layout = $settings['data-layout'] ?? 'auto';
	$known = array( 'class', 'data-shop', 'data-promo-code', 'data-layout', 'data-label' );
	// A list in a file may hold other offers.
	if ( ! $locale || ! isset( $parts['styles'][ $layout ] ) || array_diff( array_keys( $settings ), $known ) ) {
		return null;
	}
	preg_match_all( '#<a\b([^>]*)>#', $links, $found );
	$cards = array();
	$longest = 0;
	foreach ( array_map( 'limio_offers_attributes', $found[1] ) as $offer ) {
		$card = limio_offers_card( $offer, $settings['data-shop'] ?? '', $parts, $locale );
		if ( null === $card ) {
			return null;
		}
		$labels = array_map( 'trim', explode( '|', $offer['data-labels'] ?? '' ) );
		if ( empty( $settings['data-label'] ) || in_array( $settings['data-label'], $labels, true ) ) {
			$cards[] = $card['html'];
			$longest = max( $longest, mb_strlen( preg_replace( '/[\s\p{P}\p{Cf}]/u', '', $card['amount'] ) ) );
		}
	}
	$code = strtoupper( $settings['data-promo-code'] ?? '' );
	if ( ! $cards || ! preg_match( '/^[A-Z0-9]*$/', $code ) ) {
		return null;
	}
	$promo = esc_html( strtr( $locale['promo'], array( '{code}' => $code ) ) );
	$note = '' === $code ? '' : strtr( $parts['note'], array( '{promo}' => $promo ) );
	$size = 'n' . min( count( $cards ), 8 ) . ' ' . ( $longest > 8 ? 'longer' : ( $longest > 5 ? 'long' : '' ) );
	$list = strtr( $parts['list'], array( '{layout}' => $layout, '{size}' => $size, '{note}' => $note, '{cards}' => implode( '', $cards ) ) );
	return '<style>' . $parts['styles'][ $layout ] . '</style>' . $list;
}

/**
 * The card of an offer, and its amount as it is written; null where the element might draw another one.
 *
 * @param array  $offer  Attributes of its link.
 * @param string $shop   Address of the shop.
 * @param array  $parts  Pieces of HTML.
 * @param array  $locale Words and prices of the language.
 * @return array|null
 */
function limio_offers_card( $offer, $shop, $parts, $locale ) {
	$known = array( 'href', 'data-path', 'data-name', 'data-price', 'data-currency', 'data-interval', 'data-labels' );
	$href = $offer['href'] ?? '';
	$name = $offer['data-name'] ?? '';
	$interval = $offer['data-interval'] ?? '';
	$is_sold = $shop && 0 === strpos( $href, untrailingslashit( $shop ) . '/checkout?purchase=' );
	if ( '' === $name || ! $is_sold || array_diff( array_keys( $offer ), $known ) ) {
		return null;
	}
	$amount = '';
	if ( isset( $offer['data-price'] ) ) {
		$amount = limio_offers_money( $offer['data-price'], $locale['money'][ $offer['data-currency'] ?? '' ] ?? null );
		if ( null === $amount || ( '' !== $interval && ! isset( $locale['intervals'][ $interval ] ) ) ) {
			return null;
		}
	}
	$gaps = array(
		'{name}'     => $name,
		'{href}'     => $href,
		'{cta}'      => $locale['cta'],
		'{amount}'   => $amount,
		'{interval}' => $locale['intervals'][ $interval ] ?? '',
	);
	// What looks like a shortcode is the name of an offer.
	$escaped = array_map(
		static function ( $text ) {
			return strtr( esc_html( $text ), array( '[' => '&#91;', ']' => '&#93;' ) );
		},
		$gaps
	);
	return array(
		'amount' => $amount,
		'html'   => strtr( $parts[ '' === $amount ? 'cardWithoutPrice' : 'card' ], $escaped ),
	);
}

/**
 * An amount as the language writes it; null where it is not plain, or the currency has no rule.
 *
 * @param string     $amount Major units: 29.00.
 * @param array|null $rule   What stands around it, and its separators.
 * @return string|null
 */
function limio_offers_money( $amount, $rule ) {
	if ( ! $rule || ! preg_match( '/^(0|[1-9]\d{0,14})(?:\.(\d{1,2}))?$/', $amount, $digits ) ) {
		return null;
	}
	$whole = strlen( $digits[1] ) < $rule['least'] ? $digits[1] : preg_replace( '/\B(?=(\d{3})+$)/', $rule['group'], $digits[1] );
	$cents = str_pad( $digits[2] ?? '', 2, '0' );
	return $rule['before'] . $whole . ( '00' === $cents ? '' : $rule['decimal'] . $cents ) . $rule['after'];
}

/**
 * Attributes of a tag, as a browser reads them.
 *
 * @param string $inside What stands between its name and its end.
 * @return array Values by name.
 */
function limio_offers_attributes( $inside ) {
	preg_match_all( '/\s([\w-]+)="([^"]*)"/', $inside, $found, PREG_SET_ORDER );
	$values = array();
	foreach ( $found as $each ) {
		$values[ $each[1] ] = html_entity_decode( $each[2], ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	}
	return $values;
}

/**
 * The pieces that cards are made of; without them there are none.
 *
 * @return array
 */
function limio_offers_parts() {
	static $parts = null;
	if ( null === $parts ) {
		$file = __DIR__ . '/cards.json';
		$parts = is_readable( $file ) ? json_decode( file_get_contents( $file ), true ) : null;
		$parts = $parts ?? array( 'locales' => array(), 'styles' => array() );
	}
	return $parts;
}
