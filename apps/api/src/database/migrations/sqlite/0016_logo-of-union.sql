CREATE TABLE `logos` (
	`id` text PRIMARY KEY NOT NULL,
	`media_type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`content` blob NOT NULL,
	`created_at` integer NOT NULL
);

ALTER TABLE `unions` ADD `logo_id` text;
