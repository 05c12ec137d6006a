/*
  The team: who works the desk, and who is asked to.

  An invitation goes to an address, whether or not it has an account. What its link carries is the
  id of the notice that was sent last, which only the reader of that mail knows; the row keeps its hash.
*/

create table public.invitations (
  id uuid primary key,
  email text,
  role text not null,
  key_hash text not null,
  invited_by uuid not null references public.profiles (id),
  created_at timestamptz not null default now(),
  sent_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  accepted_at timestamptz,
  accepted_by uuid references public.profiles (id),
  revoked_at timestamptz,

  constraint invitations_role_known check (role in ('agent', 'admin')),
  constraint invitations_email_shape check (email ~ '^[^[:cntrl:][:space:],;<>"@]+@[^[:cntrl:][:space:],;<>"@]+$' and email = lower(email)),
  constraint invitations_email_length check (char_length(email) <= 254),
  constraint invitations_accepted_once check ((accepted_at is null) = (accepted_by is null)),
  constraint invitations_one_end check (accepted_at is null or revoked_at is null)
);

comment on column public.invitations.email is 'In small letters; null once the account that accepted is deleted.';

create unique index invitations_waiting on public.invitations (email)
  where accepted_at is null and revoked_at is null;
create unique index invitations_by_key on public.invitations (key_hash);

alter table public.invitations enable row level security;
revoke all on public.invitations from anon, authenticated;

create policy "Admins can see invitations" on public.invitations
  for select to authenticated using ((select private.is_admin()));

grant select (id, email, role, invited_by, created_at, sent_at, expires_at, accepted_at, accepted_by, revoked_at)
  on public.invitations to authenticated;
grant select on public.invitations to service_role;

alter table public.audit_events
  add constraint audit_events_invitation foreign key (invitation_id) references public.invitations (id);

insert into public.notification_kinds (kind, topic) values ('invitation', 'account');

create function private.hash_of_key(key uuid) returns text
language sql immutable set search_path = '' as $$
  select encode(sha256(convert_to(key::text, 'UTF8')), 'hex')
$$;

-- Definer: see private.anonymise_profile.
create function private.forget_invitations() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.invitations i set email = null where i.accepted_by = new.id;
  return new;
end
$$;

create trigger forget_invitations after update of deleted_at on public.profiles
  for each row when (new.deleted_at is not null) execute function private.forget_invitations();


-- Reading

-- waiting, expired, accepted or revoked.
create function private.invitation_state(invitation public.invitations) returns text
language sql stable set search_path = '' as $$
  select case
    when invitation.accepted_at is not null then 'accepted'
    when invitation.revoked_at is not null then 'revoked'
    when invitation.expires_at <= now() then 'expired'
    else 'waiting'
  end
$$;

-- Admins first: { members: [{ id, name, email, role, open_tickets, last_seen_at }], invitations: [{ id, email,
-- role, state, invited_by, sent_at, expires_at }] }, the invitations that are neither accepted nor revoked.
-- Raises PT403 for anybody but an admin.
-- Definer: nobody else can read auth.users and the devices of others.
create function public.team() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  admin public.profiles := private.require_admin();
begin
  return jsonb_build_object(
    'members', (
      select jsonb_agg(
        jsonb_build_object(
          'id', p.id, 'name', p.name, 'role', p.role, 'email', nullif(u.email, ''),
          'open_tickets', (
            select count(*) from public.tickets t
            where t.assignee_id = p.id and t.status not in ('solved', 'closed')
          ),
          'last_seen_at', (select max(d.last_seen_at) from public.devices d where d.person_id = p.id)
        ) order by p.role, lower(p.name), p.id
      )
      from public.profiles p
      left join auth.users u on u.id = p.id
      where p.role <> 'customer'
    ),
    'invitations', (
      select coalesce(jsonb_agg(
        jsonb_build_object(
          'id', i.id, 'email', i.email, 'role', i.role, 'state', private.invitation_state(i),
          'invited_by', private.person_card(i.invited_by) ->> 'name', 'sent_at', i.sent_at, 'expires_at', i.expires_at
        ) order by i.sent_at desc
      ), '[]')
      from public.invitations i
      where i.accepted_at is null and i.revoked_at is null
    )
  );
end
$$;

revoke execute on function public.team() from public, anon, authenticated;
grant execute on function public.team() to authenticated;


-- Inviting

-- Queues the mail of an invitation with a new link; an older one stops working.
create function private.send_invitation(invitation_id uuid) returns void
language plpgsql set search_path = '' as $$
declare
  key constant uuid := gen_random_uuid();
  invitation public.invitations;
begin
  update public.invitations i
  set key_hash = private.hash_of_key(key), sent_at = now(), expires_at = now() + interval '7 days'
  where i.id = invitation_id
  returning * into invitation;

  insert into public.notifications (id, channel, to_address, kind, about)
  values (key, 'mail', invitation.email, 'invitation', jsonb_build_object('role', invitation.role));
end
$$;

-- Asks somebody into the team by mail; again with the same id does nothing. Raises PT403 for anybody but an
-- admin, PT409 invitations_member and invitations_waiting, 23514 with the name of the constraint.
-- Definer: nobody may write to the table, and nobody else can read auth.users.
create function public.invite_to_team(id uuid, email text, role text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  admin public.profiles := private.require_admin();
  address constant text := lower(btrim(invite_to_team.email));
begin
  if exists (select from public.invitations i where i.id = invite_to_team.id and i.email = address) then
    return;
  end if;
  if exists (
    select from auth.users u
    join public.profiles p on p.id = u.id
    where u.email = address and u.email_confirmed_at is not null and p.role <> 'customer'
  ) then
    raise exception 'invitations_member' using errcode = 'PT409', hint = 'This person is in the team already.';
  end if;

  insert into public.invitations (id, email, role, key_hash, invited_by)
  values (
    invite_to_team.id, address, invite_to_team.role, private.hash_of_key(gen_random_uuid()), admin.id
  );
  perform private.send_invitation(invite_to_team.id);
  insert into public.audit_events (actor_id, area, kind, invitation_id, after)
  values (admin.id, 'team', 'invited', invite_to_team.id, jsonb_build_object('role', invite_to_team.role));
exception when unique_violation then
  raise exception 'invitations_waiting'
    using errcode = 'PT409', hint = 'There is an invitation to this address already.';
end
$$;

revoke execute on function public.invite_to_team(uuid, text, text) from public, anon, authenticated;
grant execute on function public.invite_to_team(uuid, text, text) to authenticated;

-- An invitation that nobody has accepted or revoked, locked. Raises PT404.
create function private.open_invitation(invitation_id uuid) returns public.invitations
language plpgsql set search_path = '' as $$
declare
  invitation public.invitations;
begin
  select * into invitation
  from public.invitations i
  where i.id = invitation_id and i.accepted_at is null and i.revoked_at is null
  for update;
  if not found then
    raise exception 'There is no such invitation.' using errcode = 'PT404';
  end if;
  return invitation;
end
$$;

-- Sends the mail once more, good for seven days from now. Raises PT403 and PT404.
-- Definer: as above.
create function public.send_invitation_again(id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  admin public.profiles := private.require_admin();
  invitation public.invitations := private.open_invitation(send_invitation_again.id);
begin
  perform private.send_invitation(invitation.id);
  insert into public.audit_events (actor_id, area, kind, invitation_id, after)
  values (admin.id, 'team', 'invited_again', invitation.id, jsonb_build_object('role', invitation.role));
end
$$;

revoke execute on function public.send_invitation_again(uuid) from public, anon, authenticated;
grant execute on function public.send_invitation_again(uuid) to authenticated;

-- Takes an invitation back; its link stops working. Raises PT403 and PT404.
-- Definer: as above.
create function public.revoke_invitation(id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  admin public.profiles := private.require_admin();
  invitation public.invitations := private.open_invitation(revoke_invitation.id);
begin
  update public.invitations i set revoked_at = now() where i.id = invitation.id;
  insert into public.audit_events (actor_id, area, kind, invitation_id, before)
  values (admin.id, 'team', 'invitation_revoked', invitation.id, jsonb_build_object('role', invitation.role));
end
$$;

revoke execute on function public.revoke_invitation(uuid) from public, anon, authenticated;
grant execute on function public.revoke_invitation(uuid) to authenticated;


-- Accepting: for the web server, since whoever comes with the link may have no account yet

-- What the link of a mail leads to: { email, role, invited_by, state, has_account }, or null for no invitation.
-- An account whose address was never confirmed is none: it may be a stranger's.
-- Definer: nobody else can read auth.users.
create function public.find_invitation(key uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'email', i.email, 'role', i.role, 'state', private.invitation_state(i),
    'invited_by', private.person_card(i.invited_by) ->> 'name',
    'has_account', exists (
      select from auth.users u where u.email = i.email and u.email_confirmed_at is not null
    )
  )
  from public.invitations i
  where i.key_hash = private.hash_of_key(find_invitation.key)
$$;

revoke execute on function public.find_invitation(uuid) from public, anon, authenticated;
grant execute on function public.find_invitation(uuid) to service_role;

-- Takes the owner of the invited address into the team, once; an admin who is invited as an agent stays an
-- admin. `name` is what somebody whose account was made just now wants to be called. Answers the id of the person. Raises PT404 for a link that does not work, or does not work any more,
-- and PT409 for an address without a confirmed account, or with one that is suspended.
-- Definer: as above.
create function public.accept_invitation(key uuid, name text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  invitation public.invitations;
  person public.profiles;
begin
  select * into invitation
  from public.invitations i
  where i.key_hash = private.hash_of_key(accept_invitation.key)
  for update;
  if not found or private.invitation_state(invitation) <> 'waiting' then
    raise exception 'This invitation does not work any more.' using errcode = 'PT404';
  end if;

  select p.* into person
  from auth.users u
  join public.profiles p on p.id = u.id
  where u.email = invitation.email and u.email_confirmed_at is not null and p.deleted_at is null;
  if not found then
    raise exception 'This address has no account yet.' using errcode = 'PT409';
  end if;
  if private.is_suspended(person.id) then
    raise exception 'The account with this address is suspended.' using errcode = 'PT409';
  end if;

  update public.profiles p
  set
    role = case p.role when 'admin' then 'admin' else invitation.role end,
    name = coalesce(accept_invitation.name, p.name)
  where p.id = person.id;
  update public.invitations i set accepted_at = now(), accepted_by = person.id where i.id = invitation.id;
  insert into public.audit_events (actor_id, area, kind, invitation_id, person_id, after)
  values (
    person.id, 'team', 'invitation_accepted', invitation.id, person.id,
    jsonb_build_object('role', invitation.role)
  );
  return person.id;
end
$$;

revoke execute on function public.accept_invitation(uuid, text) from public, anon, authenticated;
grant execute on function public.accept_invitation(uuid, text) to service_role;


-- Changing

-- A member of the team. Raises PT404 for everybody else.
create function private.member(person_id uuid) returns public.profiles
language plpgsql set search_path = '' as $$
declare
  person public.profiles := private.account_of(person_id);
begin
  if person.role = 'customer' then
    raise exception 'This person is not in the team.' using errcode = 'PT404';
  end if;
  return person;
end
$$;

-- Gives a member another role; as a customer they leave the team, and their open tickets go back to the
-- queue. Raises PT403 for anybody but an admin, PT404 for people who are not in the team, PT409 for the last
-- admin, 23514 profiles_role_known.
-- Definer: nobody may write to profiles.
create function public.change_role(person_id uuid, role text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  admin public.profiles := private.require_admin();
  person public.profiles := private.member(change_role.person_id);
begin
  update public.profiles p
  set role = change_role.role
  where p.id = person.id and p.role is distinct from change_role.role;
end
$$;

revoke execute on function public.change_role(uuid, text) from public, anon, authenticated;
grant execute on function public.change_role(uuid, text) to authenticated;

-- A member leaves: out of the team, their open tickets back in the queue, the account suspended and signed
-- out everywhere. Raises PT403, PT404, and PT409 for the last admin and for oneself.
-- Definer: as above.
create function public.deactivate_member(person_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  admin public.profiles := private.require_admin();
  person public.profiles := private.member(deactivate_member.person_id);
begin
  if person.id = admin.id then
    raise exception 'You cannot deactivate yourself.'
      using errcode = 'PT409', hint = 'Another admin can.';
  end if;
  update public.profiles p set role = 'customer' where p.id = person.id;
  perform private.close_account_to(person.id);
end
$$;

revoke execute on function public.deactivate_member(uuid) from public, anon, authenticated;
grant execute on function public.deactivate_member(uuid) to authenticated;
