#include "timing.h"

enum { LINE = 12, BUCKETS = 4096, LONGEST = 16, TOP = 8 };

static const char letters[] = "etaoinshrdlucmfwypvbgkjqxz";

typedef struct Entry {
    struct Entry *next;
    long times;
    char *word;
} Entry;

static Entry *buckets[BUCKETS];
static long different;

static int spell(long number, char *text) {
    int length = 0;
    for (number++; number > 0; number /= 26)
        text[length++] = letters[number % 26];
    text[length] = 0;
    return length;
}

static char *write_text(long count) {
    size_t room = 1024, used = 0;
    char *text = malloc(room);
    long state = 42;
    for (long i = 0; i < count; i++) {
        state = (state * 1103515245 + 12345) % 2147483648;
        long rank = state / 65536 % 2000;
        if (used + LONGEST + 2 > room)
            text = realloc(text, room *= 2);
        used += spell(rank * rank / 800, text + used);
        text[used++] = (i + 1) % LINE == 0 ? '\n' : ' ';
    }
    text[used] = 0;
    return text;
}

static void tally(const char *start, size_t length) {
    unsigned long hash = 14695981039346656037UL;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)start[i]) * 1099511628211UL;
    Entry **slot = &buckets[hash % BUCKETS];
    for (Entry *entry = *slot; entry != NULL; entry = entry->next)
        if (strncmp(entry->word, start, length) == 0 && entry->word[length] == 0) {
            entry->times++;
            return;
        }
    Entry *entry = malloc(sizeof *entry);
    entry->word = malloc(length + 1);
    memcpy(entry->word, start, length);
    entry->word[length] = 0;
    entry->times = 1;
    entry->next = *slot;
    *slot = entry;
    different++;
}

static int by_rank(const void *a, const void *b) {
    const Entry *x = *(Entry *const *)a, *y = *(Entry *const *)b;
    return x->times != y->times ? (x->times < y->times ? 1 : -1) : strcmp(x->word, y->word);
}

static void run(long count) {
    char *text = write_text(count);
    for (char *p = text; *p;) {
        while (*p == ' ' || *p == '\n')
            p++;
        char *start = p;
        while (*p && *p != ' ' && *p != '\n')
            p++;
        if (p > start)
            tally(start, p - start);
    }
    Entry **ranking = malloc(different * sizeof *ranking);
    long found = 0;
    for (int i = 0; i < BUCKETS; i++)
        for (Entry *entry = buckets[i]; entry != NULL; entry = entry->next)
            ranking[found++] = entry;
    qsort(ranking, found, sizeof *ranking, by_rank);
    printf("%ld words:", different);
    for (int i = 0; i < TOP && i < found; i++)
        printf(" %s=%ld", ranking[i]->word, ranking[i]->times);
    printf("\n");
}
