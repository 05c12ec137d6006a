/*
  Notifications: the outbox of mails and SMS.

  A row says what a message is about, never how it is worded: the words are chosen when it is delivered.
  So no text that somebody typed travels in it, and a message never claims what is no longer true.
  A row is claimed for some minutes, sent, and finished; what fails is tried again later.
*/

create table public.notification_kinds (
  kind text primary key,
  topic text not null,

  constraint notification_kinds_name check (kind ~ '^[a-z_]{1,60}$'),
  constraint notification_kinds_topic_known check (topic in ('security', 'account', 'tickets'))
);

comment on table public.notification_kinds is 'What people can be told of, and the topic under which they choose whether they are.';

alter table public.notification_kinds enable row level security;
revoke all on public.notification_kinds from anon, authenticated;

create policy "Everybody signed in can see what there is to be told" on public.notification_kinds
  for select to authenticated using (true);

grant select on public.notification_kinds to authenticated, service_role;

insert into public.notification_kinds (kind, topic) values
  ('welcome', 'account'),
  ('new_device', 'security'),
  ('password_changed', 'security'),
  ('email_changed', 'security'),
  ('phone_changed', 'security'),
  ('name_changed', 'security'),
  ('role_changed', 'security'),
  ('export_taken', 'security'),
  ('account_locked', 'security'),
  ('account_deleted', 'security'),
  ('threat', 'security'),
  ('threat_for_admins', 'security');


-- What people choose

create table public.notification_choices (
  person_id uuid not null references public.profiles (id),
  topic text not null,
  mail boolean not null default true,
  sms boolean not null default false,
  updated_at timestamptz not null default now(),

  primary key (person_id, topic),
  constraint notification_choices_topic_known check (topic in ('security', 'account', 'tickets')),
  constraint notification_choices_security_stays_on check (topic <> 'security' or mail)
);

alter table public.notification_choices enable row level security;
revoke all on public.notification_choices from anon, authenticated;

create policy "People can see their own choices" on public.notification_choices
  for select to authenticated using (person_id = (select auth.uid()));

grant select on public.notification_choices to authenticated;
grant select, insert, update, delete on public.notification_choices to service_role;

-- The choices of the caller, one row for each topic; what nobody chose is mail without SMS.
create function public.my_notification_choices()
returns table (topic text, mail boolean, sms boolean, always_on boolean)
language sql stable set search_path = '' as $$
  select t.topic, coalesce(c.mail, true), coalesce(c.sms, false), t.topic = 'security'
  from (select distinct k.topic from public.notification_kinds k) as t
  left join public.notification_choices c on c.topic = t.topic and c.person_id = (select auth.uid())
  order by t.topic
$$;

revoke execute on function public.my_notification_choices() from public, anon, authenticated;
grant execute on function public.my_notification_choices() to authenticated;

-- Raises 23514 notification_choices_security_stays_on and notification_choices_topic_known.
-- Definer: nobody may write to the table directly.
create function public.choose_notifications(topic text, mail boolean, sms boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
begin
  insert into public.notification_choices as c (person_id, topic, mail, sms)
  values (person.id, choose_notifications.topic, choose_notifications.mail, choose_notifications.sms)
  on conflict on constraint notification_choices_pkey do update
  set mail = excluded.mail, sms = excluded.sms, updated_at = now()
  where (c.mail, c.sms) is distinct from (excluded.mail, excluded.sms);
end
$$;

revoke execute on function public.choose_notifications(text, boolean, boolean) from public, anon, authenticated;
grant execute on function public.choose_notifications(text, boolean, boolean) to authenticated;


-- The outbox

create table public.notifications (
  id uuid primary key default gen_random_uuid(),
  person_id uuid references public.profiles (id),
  channel text not null,
  to_address text not null,
  kind text not null references public.notification_kinds (kind),
  about jsonb not null default '{}',
  state text not null default 'queued',
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error text,
  dedupe_key text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,

  constraint notifications_dedupe_key_unique unique (dedupe_key),
  constraint notifications_channel_known check (channel in ('mail', 'sms')),
  constraint notifications_state_known check (state in ('queued', 'sending', 'sent', 'failed')),
  constraint notifications_to_address_one check (to_address ~ '^[^[:cntrl:][:space:],;<>"]+$'),
  constraint notifications_to_address_length check (char_length(to_address) between 3 and 320),
  constraint notifications_dedupe_key_length check (char_length(dedupe_key) between 1 and 200),
  constraint notifications_sent_at_set check ((state = 'sent') = (sent_at is not null))
);

comment on column public.notifications.about is 'Ids, times and names of devices; never what somebody typed.';
comment on column public.notifications.next_attempt_at is 'queued: not before. sending: the claim ends then.';

create index notifications_due on public.notifications (next_attempt_at) where state in ('queued', 'sending');
create index notifications_of_person on public.notifications (person_id, created_at desc);

alter table public.notifications enable row level security;
revoke all on public.notifications from anon, authenticated;

create policy "People can see what was sent to them" on public.notifications
  for select to authenticated using (person_id = (select auth.uid()));

grant select (id, person_id, channel, kind, state, created_at, sent_at) on public.notifications to authenticated;
grant select, insert, update, delete on public.notifications to service_role;

-- Queues a message: to the one address given, or else to the confirmed addresses of a person on the
-- channels that they chose for its topic. What concerns security is never left out: people without a
-- mailbox get it by SMS. Answers how many rows were queued; a dedupe_key that was used before queues none.
-- Raises 23503 for an unknown kind and 23514 for an address that is none.
-- Definer: nobody else can read auth.users.
create function public.enqueue_notification(
  kind text,
  about jsonb default '{}',
  person_id uuid default null,
  to_address text default null,
  channel text default 'mail',
  dedupe_key text default null
) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  queued integer;
begin
  insert into public.notifications (person_id, channel, to_address, kind, about, dedupe_key)
  select
    enqueue_notification.person_id, target.channel, target.address, enqueue_notification.kind,
    coalesce(enqueue_notification.about, '{}'),
    enqueue_notification.dedupe_key || ':' || target.channel
  from private.addresses_for(
    enqueue_notification.person_id, enqueue_notification.kind,
    enqueue_notification.to_address, enqueue_notification.channel
  ) as target
  on conflict on constraint notifications_dedupe_key_unique do nothing;
  get diagnostics queued = row_count;
  return queued;
end
$$;

-- Definer: as above.
create function private.addresses_for(person_id uuid, kind text, to_address text, channel text)
returns table (channel text, address text)
language sql stable security definer set search_path = '' as $$
  select addresses_for.channel, addresses_for.to_address
  where addresses_for.to_address is not null
  union all
  select target.channel, target.address
  from auth.users u
  left join public.notification_kinds k on k.kind = addresses_for.kind
  left join public.notification_choices c on c.person_id = u.id and c.topic = k.topic
  cross join lateral (
    select
      case when u.email_confirmed_at is not null then nullif(u.email, '') end as mail,
      case when u.phone_confirmed_at is not null then '+' || ltrim(nullif(u.phone, ''), '+') end as sms
  ) as known
  cross join lateral (
    values
      ('mail', known.mail, coalesce(c.mail, true)),
      ('sms', known.sms, coalesce(c.sms, false) or (k.topic = 'security' and known.mail is null))
  ) as target (channel, address, wanted)
  where addresses_for.to_address is null
    and u.id = addresses_for.person_id
    and target.address is not null
    and target.wanted
$$;

revoke execute on function public.enqueue_notification(text, jsonb, uuid, text, text, text)
  from public, anon, authenticated;
grant execute on function public.enqueue_notification(text, jsonb, uuid, text, text, text) to service_role;
grant execute on function private.addresses_for(uuid, text, text, text) to service_role;

-- Takes up to `batch` messages that are due, for `lease_seconds`: whoever claimed them and then died
-- leaves them to the next one after that. `time_zone` is the person's, for the times in the message.
create function public.claim_notifications(batch integer default 10, lease_seconds integer default 300)
returns table (id uuid, channel text, to_address text, kind text, about jsonb, attempts integer, time_zone text)
language sql set search_path = '' as $$
  with due as (
    select n.id
    from public.notifications n
    where n.state in ('queued', 'sending') and n.next_attempt_at <= clock_timestamp()
    order by n.next_attempt_at
    limit least(greatest(batch, 1), 100)
    for update skip locked
  ), claimed as (
    update public.notifications n
    set
      state = 'sending',
      attempts = n.attempts + 1,
      next_attempt_at = clock_timestamp() + make_interval(secs => lease_seconds)
    from due
    where n.id = due.id
    returning n.*
  )
  select c.id, c.channel, c.to_address, c.kind, c.about, c.attempts, p.time_zone
  from claimed c
  left join public.profiles p on p.id = c.person_id
  order by c.created_at
$$;

revoke execute on function public.claim_notifications(integer, integer) from public, anon, authenticated;
grant execute on function public.claim_notifications(integer, integer) to service_role;

-- How long to wait after that many attempts: 10 s, 40 s, 3 min, 11 min, 43 min, 3 h, then every 6 h.
create function private.retry_delay(attempts integer) returns interval
language sql immutable set search_path = '' as $$
  select least(interval '10 seconds' * 4 ^ (least(greatest(attempts, 1), 8) - 1), interval '6 hours')
$$;

grant execute on function private.retry_delay(integer) to service_role;

-- Sent, when there is no error. Otherwise it is tried again, ten times in a day and a half; with
-- `permanent` (say, an address that does not exist) it has failed at once.
create function public.finish_notification(id uuid, error text default null, permanent boolean default false)
returns void
language sql set search_path = '' as $$
  update public.notifications n
  set
    state = case
      when error is null then 'sent'
      when permanent or n.attempts >= 10 then 'failed'
      else 'queued'
    end,
    sent_at = case when error is null then clock_timestamp() end,
    last_error = left(error, 500),
    next_attempt_at = clock_timestamp() + private.retry_delay(n.attempts)
  where n.id = finish_notification.id and n.state = 'sending'
$$;

revoke execute on function public.finish_notification(uuid, text, boolean) from public, anon, authenticated;
grant execute on function public.finish_notification(uuid, text, boolean) to service_role;


-- People come and go

-- Whoever has confirmed a first address is welcome. The mail leaves only now: before, the address may
-- have been anybody's. Definer: the auth server updates with a role that cannot write to public.
create function private.welcome_person() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform public.enqueue_notification('welcome', person_id => new.id, dedupe_key => 'welcome:' || new.id);
  return new;
end
$$;

create trigger welcome_person after update of email_confirmed_at on auth.users
  for each row when (old.email_confirmed_at is null and new.email_confirmed_at is not null)
  execute function private.welcome_person();

-- Definer: see private.anonymise_profile.
create function private.remove_notifications() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.notifications n where n.person_id = new.id;
  delete from public.notification_choices c where c.person_id = new.id;
  return new;
end
$$;

create trigger remove_notifications after update of deleted_at on public.profiles
  for each row when (new.deleted_at is not null) execute function private.remove_notifications();

-- Forgets messages that are done, 90 days after they were queued; answers how many.
create function public.sweep_notifications() returns integer
language plpgsql set search_path = '' as $$
declare
  swept integer;
begin
  delete from public.notifications n
  where n.state in ('sent', 'failed') and n.created_at < now() - interval '90 days';
  get diagnostics swept = row_count;
  return swept;
end
$$;

revoke execute on function public.sweep_notifications() from public, anon, authenticated;
grant execute on function public.sweep_notifications() to service_role;
