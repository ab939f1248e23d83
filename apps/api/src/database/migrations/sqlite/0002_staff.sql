CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`language` text NOT NULL,
	`role` text NOT NULL,
	`all_offices` integer DEFAULT false NOT NULL,
	`state` text NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`password_hash` text,
	`password_changed_at` integer,
	`notices` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`invited_at` integer,
	`last_seen_at` integer,
	`created_at` integer NOT NULL
);

CREATE UNIQUE INDEX `staff_email` ON `staff` (`email`);
CREATE TABLE `staff_scopes` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`kind` text NOT NULL,
	`scope_id` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE UNIQUE INDEX `staff_scopes_pair` ON `staff_scopes` (`staff_id`,`kind`,`scope_id`);
CREATE TABLE `totp_secrets` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`last_step` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `recovery_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`digest` text NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE UNIQUE INDEX `recovery_codes_digest` ON `recovery_codes` (`staff_id`,`digest`);
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`backed_up` integer NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE UNIQUE INDEX `passkeys_credential` ON `passkeys` (`credential_id`);
CREATE INDEX `passkeys_staff` ON `passkeys` (`staff_id`);
CREATE TABLE `staff_identities` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`linked_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE UNIQUE INDEX `staff_identities_subject` ON `staff_identities` (`issuer`,`subject`);
CREATE TABLE `staff_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`state` text NOT NULL,
	`proofs` text NOT NULL,
	`device` text,
	`address` text,
	`created_at` integer NOT NULL,
	`authenticated_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE INDEX `staff_sessions_staff` ON `staff_sessions` (`staff_id`,`ended_at`);
CREATE INDEX `staff_sessions_seen` ON `staff_sessions` (`last_seen_at`);
CREATE TABLE `sign_in_challenges` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`staff_id` text,
	`expected` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE INDEX `sign_in_challenges_expiry` ON `sign_in_challenges` (`expires_at`);
CREATE TABLE `staff_links` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`staff_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE INDEX `staff_links_staff` ON `staff_links` (`staff_id`);
CREATE TABLE `sign_in_failures` (
	`digest` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`count` integer NOT NULL
);

CREATE INDEX `sign_in_failures_since` ON `sign_in_failures` (`since`);
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`staff_id` text,
	`session_id` text,
	`action` text NOT NULL,
	`object_kind` text NOT NULL,
	`object_id` text,
	`fields` text NOT NULL,
	`digest` text NOT NULL
);

CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`);
CREATE INDEX `audit_entries_object` ON `audit_entries` (`object_kind`,`object_id`);
CREATE INDEX `audit_entries_staff` ON `audit_entries` (`staff_id`,`at`);
CREATE TABLE `audit_values` (
	`entry_id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`salt` text NOT NULL,
	`address` text,
	`written` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `audit_entries`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE INDEX `audit_values_person` ON `audit_values` (`person_id`);
CREATE INDEX `audit_values_at` ON `audit_values` (`at`);
CREATE TABLE `audit_seals` (
	`number` integer PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`digest` text NOT NULL,
	`sealed_at` integer NOT NULL
);

CREATE UNIQUE INDEX `audit_seals_entry` ON `audit_seals` (`entry_id`);
ALTER TABLE `outbox` ADD `staff_link_id` text REFERENCES staff_links(id);
