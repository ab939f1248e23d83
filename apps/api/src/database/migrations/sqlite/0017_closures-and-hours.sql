CREATE TABLE `kept_misfits` (
	`appointment_id` text PRIMARY KEY NOT NULL,
	`starts_at` integer NOT NULL,
	`why` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL
);

CREATE TABLE `hours_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`calendar_id` text NOT NULL,
	`revision` integer NOT NULL,
	`action` text NOT NULL,
	`staff_id` text,
	`at` integer NOT NULL,
	`rules` text NOT NULL,
	`exceptions` text NOT NULL
);

CREATE UNIQUE INDEX `hours_versions_revision` ON `hours_versions` (`calendar_id`,`revision`);
