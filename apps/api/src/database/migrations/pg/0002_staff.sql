CREATE TABLE "staff" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"language" text NOT NULL,
	"role" text NOT NULL,
	"all_offices" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"password_hash" text,
	"password_changed_at" timestamp (3) with time zone,
	"notices" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"invited_at" timestamp (3) with time zone,
	"last_seen_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "staff_scopes" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"kind" text NOT NULL,
	"scope_id" text NOT NULL
);

CREATE TABLE "totp_secrets" (
	"staff_id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"last_step" integer
);

CREATE TABLE "recovery_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"digest" text NOT NULL,
	"used_at" timestamp (3) with time zone
);

CREATE TABLE "passkeys" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" integer NOT NULL,
	"transports" jsonb NOT NULL,
	"backed_up" boolean NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone
);

CREATE TABLE "staff_identities" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "staff_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"state" text NOT NULL,
	"proofs" jsonb NOT NULL,
	"device" text,
	"address" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"authenticated_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text
);

CREATE TABLE "sign_in_challenges" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"staff_id" text,
	"expected" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "staff_links" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"staff_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);

CREATE TABLE "sign_in_failures" (
	"digest" text PRIMARY KEY NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"count" integer NOT NULL
);

CREATE TABLE "audit_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"staff_id" text,
	"session_id" text,
	"action" text NOT NULL,
	"object_kind" text NOT NULL,
	"object_id" text,
	"fields" jsonb NOT NULL,
	"digest" text NOT NULL
);

CREATE TABLE "audit_values" (
	"entry_id" text PRIMARY KEY NOT NULL,
	"person_id" text,
	"salt" text NOT NULL,
	"address" text,
	"written" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "audit_seals" (
	"number" integer PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"digest" text NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL
);

ALTER TABLE "outbox" ADD COLUMN "staff_link_id" text;
ALTER TABLE "staff_scopes" ADD CONSTRAINT "staff_scopes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "totp_secrets" ADD CONSTRAINT "totp_secrets_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "staff_identities" ADD CONSTRAINT "staff_identities_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "sign_in_challenges" ADD CONSTRAINT "sign_in_challenges_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "staff_links" ADD CONSTRAINT "staff_links_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "audit_values" ADD CONSTRAINT "audit_values_entry_id_audit_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."audit_entries"("id") ON DELETE no action ON UPDATE no action;
CREATE UNIQUE INDEX "staff_email" ON "staff" USING btree ("email");
CREATE UNIQUE INDEX "staff_scopes_pair" ON "staff_scopes" USING btree ("staff_id","kind","scope_id");
CREATE UNIQUE INDEX "recovery_codes_digest" ON "recovery_codes" USING btree ("staff_id","digest");
CREATE UNIQUE INDEX "passkeys_credential" ON "passkeys" USING btree ("credential_id");
CREATE INDEX "passkeys_staff" ON "passkeys" USING btree ("staff_id");
CREATE UNIQUE INDEX "staff_identities_subject" ON "staff_identities" USING btree ("issuer","subject");
CREATE INDEX "staff_sessions_staff" ON "staff_sessions" USING btree ("staff_id","ended_at");
CREATE INDEX "staff_sessions_seen" ON "staff_sessions" USING btree ("last_seen_at");
CREATE INDEX "sign_in_challenges_expiry" ON "sign_in_challenges" USING btree ("expires_at");
CREATE INDEX "staff_links_staff" ON "staff_links" USING btree ("staff_id");
CREATE INDEX "sign_in_failures_since" ON "sign_in_failures" USING btree ("since");
CREATE INDEX "audit_entries_at" ON "audit_entries" USING btree ("at");
CREATE INDEX "audit_entries_object" ON "audit_entries" USING btree ("object_kind","object_id");
CREATE INDEX "audit_entries_staff" ON "audit_entries" USING btree ("staff_id","at");
CREATE INDEX "audit_values_person" ON "audit_values" USING btree ("person_id");
CREATE INDEX "audit_values_at" ON "audit_values" USING btree ("at");
CREATE UNIQUE INDEX "audit_seals_entry" ON "audit_seals" USING btree ("entry_id");
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_staff_link_id_staff_links_id_fk" FOREIGN KEY ("staff_link_id") REFERENCES "public"."staff_links"("id") ON DELETE no action ON UPDATE no action;
