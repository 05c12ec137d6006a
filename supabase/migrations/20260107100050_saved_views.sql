/*
  Saved views: what an agent looks for again and again, under a name of their own.

  A view is the query of the queue's address, so it shows what the queue shows: opening one gives no rights.
*/

create table public.saved_views (
  id uuid primary key,
  owner_id uuid not null references public.profiles (id),
  name text not null,
  query text not null,
  created_at timestamptz not null default now(),

  constraint saved_views_name_unique unique (owner_id, name),
  constraint saved_views_name_length check (char_length(name) <= 40),
  constraint saved_views_name_not_blank check (name ~ '[^[:space:]\u00a0\u200b\ufeff]'),
  constraint saved_views_name_one_line check (name !~ '[[:cntrl:]]'),
  constraint saved_views_query_shape check (query ~ '^\?view=[a-z_]+(&[a-z]+=[^&#[:space:][:cntrl:]]*)*$'),
  constraint saved_views_query_length check (char_length(query) <= 2000)
);

alter table public.saved_views enable row level security;
revoke all on public.saved_views from anon, authenticated;

create policy "Staff can see the views that they saved" on public.saved_views
  for select to authenticated using (owner_id = (select auth.uid()) and (select private.is_staff()));

grant select on public.saved_views to authenticated;
grant select, insert, update, delete on public.saved_views to service_role;

-- Saves a view; under a name that the caller has used before, in the place of that one.
-- Raises 22023 saved_views_count for the twenty-first, 23514 with the name of the constraint.
create function public.save_view(id uuid, name text, query text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
begin
  -- Two at once count one after the other.
  perform from public.profiles p where p.id = person.id for update;
  delete from public.saved_views v where v.owner_id = person.id and v.name = btrim(save_view.name);
  if (select count(*) from public.saved_views v where v.owner_id = person.id) >= 20 then
    raise exception 'saved_views_count'
      using errcode = '22023', detail = 'name', hint = 'Delete a view that you no longer need.';
  end if;
  insert into public.saved_views (id, owner_id, name, query)
  values (save_view.id, person.id, btrim(save_view.name), save_view.query)
  on conflict on constraint saved_views_pkey do nothing;
end
$$;

revoke execute on function public.save_view(uuid, text, text) from public, anon, authenticated;
grant execute on function public.save_view(uuid, text, text) to authenticated;

-- Deletes a view of the caller; one that is gone already, or somebody else's, is left alone.
create function public.delete_view(id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
begin
  delete from public.saved_views v where v.id = delete_view.id and v.owner_id = person.id;
end
$$;

revoke execute on function public.delete_view(uuid) from public, anon, authenticated;
grant execute on function public.delete_view(uuid) to authenticated;

-- They go with their account. Definer: see private.anonymise_profile.
create function private.remove_saved_views() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.saved_views v where v.owner_id = new.id;
  return new;
end
$$;

create trigger remove_saved_views after update of deleted_at on public.profiles
  for each row when (new.deleted_at is not null) execute function private.remove_saved_views();
