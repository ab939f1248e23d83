CREATE TABLE `retention_switch` (
	`id` text PRIMARY KEY NOT NULL,
	`is_on` integer NOT NULL,
	`revision` integer NOT NULL,
	`seen_people` integer,
	`seen_appointments` integer,
	`staff_id` text NOT NULL,
	`changed_at` integer NOT NULL
);

CREATE TABLE `retention_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`holder` text NOT NULL,
	`locked_until` integer NOT NULL,
	`people` integer DEFAULT 0 NOT NULL,
	`appointments` integer DEFAULT 0 NOT NULL,
	`messages` integer DEFAULT 0 NOT NULL,
	`texts` integer DEFAULT 0 NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL
);

CREATE UNIQUE INDEX `retention_runs_day` ON `retention_runs` (`day`);
CREATE TABLE `retention_holds` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`until` text NOT NULL,
	`reason` text NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text
);

CREATE INDEX `retention_holds_person` ON `retention_holds` (`person_id`);
ALTER TABLE `unions` ADD `messages_months` integer;
ALTER TABLE `unions` ADD `texts_months` integer;
ALTER TABLE `unions` ADD `trail_months` integer;
ALTER TABLE `unions` ADD `access_months` integer;
