CREATE TABLE `light_watches` (
	`id` text PRIMARY KEY NOT NULL,
	`seen` text NOT NULL,
	`looks` integer NOT NULL,
	`bad_looks` integer NOT NULL,
	`looked_at` integer NOT NULL,
	`wrong_since` integer,
	`well_since` integer,
	`trouble_since` integer,
	`trouble_until` integer,
	`told_as` text,
	`told_at` integer,
	`cleared_at` integer
);

CREATE TABLE `watch_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`due_at` integer NOT NULL,
	`ended_at` integer
);

ALTER TABLE `staff` ADD `system_notices` integer DEFAULT true NOT NULL;
