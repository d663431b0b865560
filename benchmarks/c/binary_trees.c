#include "timing.h"

typedef struct Tree { struct Tree *left, *right; } Tree;

static Tree *build(int depth) {
    Tree *tree = malloc(sizeof *tree);
    tree->left = depth ? build(depth - 1) : NULL;
    tree->right = depth ? build(depth - 1) : NULL;
    return tree;
}

static long count(const Tree *tree) {
    return tree->left == NULL || tree->right == NULL ? 1 : 1 + count(tree->left) + count(tree->right);
}

static void discard(Tree *tree) {
    if (tree == NULL)
        return;
    discard(tree->left);
    discard(tree->right);
    free(tree);
}

static long count_and_discard(int depth) {
    Tree *tree = build(depth);
    long nodes = count(tree);
    discard(tree);
    return nodes;
}

static void run(long depth) {
    printf("stretch %ld; ", count_and_discard(depth + 1));
    Tree *long_lived = build(depth);
    for (int d = 4; d <= depth; d += 4) {
        long rounds = 1L << (depth - d + 4), total = 0;
        for (long i = 0; i < rounds; i++)
            total += count_and_discard(d);
        printf("%ld trees of depth %d %ld; ", rounds, d, total);
    }
    printf("long lived %ld\n", count(long_lived));
}
