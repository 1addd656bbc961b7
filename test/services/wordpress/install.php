<?php
// Fills the empty database as the installer would, and prints an application password for each user.
define( 'WP_INSTALLING', true );
// Nobody is told by mail.
function wp_new_blog_notification() {}
$_SERVER['HTTP_HOST'] = '127.0.0.1';

$mysql = new mysqli( 'localhost', 'root', '', '', 0, getenv( 'WORDPRESS_SOCKET' ) );
$mysql->query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );
require getcwd() . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Site', 'admin', 'admin@example.com', false, '', 'admin-password' );
update_option( 'permalink_structure', '/%postname%/' );
update_option( 'show_avatars', 0 );

$passwords = array();
foreach ( array( 'admin', 'editor', 'author' ) as $name ) {
	$user = get_user_by( 'login', $name );
	$id   = $user ? $user->ID : wp_insert_user(
		array(
			'user_login' => $name,
			'user_pass'  => "$name-password",
			'user_email' => "$name@example.com",
			'role'       => $name,
		)
	);
	// Whoever has met the editor before is not shown around in it.
	update_user_meta( $id, 'wp_persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false ) ) );
	$passwords[ $name ] = WP_Application_Passwords::create_new_application_password( $id, array( 'name' => 'test' ) )[0];
}
echo json_encode( $passwords );
